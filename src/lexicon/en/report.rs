//! How verbs report: what the readers of quotes know of them beyond [`speech`](super::speech), and the nouns and adjectives that report.

use super::class;
use super::speech::Speech;
use crate::lexicon::{Table, table};

/// How a verb takes what is said, thought or wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Frame {
    /// A clause with or without "that", or a quotation: "said (that) …".
    Clause,
    /// The same, and what a noun phrase tells: "denied the use of gas".
    Statement,
    /// A clause, or what the speaker is to do: "vowed (that) …", "vowed to …".
    Vow,
    /// Also used of other things: reported speech with "that" or where a clause follows for certain, a quotation always: "found that …".
    ThatClause,
    /// What somebody thinks: a clause like that of [`Frame::ThatClause`], if somebody thinks it who can.
    Thought,
    /// What somebody wants to do: "hopes to …".
    Wish,
    /// The addressee, then a clause or a quotation: "told reporters (that) …".
    Addressee,
    /// What somebody is to do: "urged them to …".
    Infinitive,
    /// Words about someone or something, which a noun phrase sums up: "criticized the plan for the dam".
    Judgement,
    /// What somebody calls something: quoted words, or two noun phrases: "called the vote a farce".
    Naming,
    /// What a noun phrase sums up, of verbs that mean deeds as well: reported only where some of the words are quoted: "attacked it as “…”".
    Description,
    /// Speech with a preposition of [`PARTICLES`] alone: "pushed for …".
    Particle,
    /// Utters a quotation, takes no clause: "shouted".
    Utterance,
}

impl Frame {
    /// Whether the verb says that words were said, and not only thought or wanted.
    pub fn is_said(self) -> bool {
        !matches!(self, Self::Thought | Self::Wish | Self::Particle)
    }
}

impl From<Speech> for Frame {
    fn from(speech: Speech) -> Self {
        match speech {
            Speech::Clause => Self::Clause,
            Speech::ThatClause => Self::ThatClause,
            Speech::Addressee => Self::Addressee,
            Speech::Infinitive => Self::Infinitive,
            Speech::Description => Self::Description,
            Speech::Utterance => Self::Utterance,
        }
    }
}

/// Verbs that take more than [`VERBS`](super::speech::VERBS) says, or that report without being verbs of speech; one row a form.
#[rustfmt::skip]
pub static FRAMES: Table<Frame> = table!(
    Frame,class::REPORT, &[
    ("call", Frame::Naming), ("calls", Frame::Naming), ("called", Frame::Naming), ("calling", Frame::Naming),
    ("label", Frame::Naming), ("labels", Frame::Naming), ("labeled", Frame::Naming), ("labelled", Frame::Naming), ("labeling", Frame::Naming), ("labelling", Frame::Naming),
    ("brand", Frame::Naming), ("brands", Frame::Naming), ("branded", Frame::Naming), ("branding", Frame::Naming),
    ("dub", Frame::Naming), ("dubs", Frame::Naming), ("dubbed", Frame::Naming), ("dubbing", Frame::Naming),
    ("deem", Frame::Naming), ("deems", Frame::Naming), ("deemed", Frame::Naming), ("deeming", Frame::Naming),
    ("consider", Frame::Naming), ("considers", Frame::Naming), ("considered", Frame::Naming), ("considering", Frame::Naming),
    ("announce", Frame::Statement), ("announces", Frame::Statement), ("announced", Frame::Statement), ("announcing", Frame::Statement),
    ("allege", Frame::Statement), ("alleges", Frame::Statement), ("alleged", Frame::Statement), ("alleging", Frame::Statement),
    ("acknowledge", Frame::Statement), ("acknowledges", Frame::Statement), ("acknowledged", Frame::Statement), ("acknowledging", Frame::Statement),
    ("confirm", Frame::Statement), ("confirms", Frame::Statement), ("confirmed", Frame::Statement), ("confirming", Frame::Statement),
    ("deny", Frame::Statement), ("denies", Frame::Statement), ("denied", Frame::Statement), ("denying", Frame::Statement),
    ("declare", Frame::Statement), ("declares", Frame::Statement), ("declared", Frame::Statement), ("declaring", Frame::Statement),
    ("explain", Frame::Statement), ("explains", Frame::Statement), ("explained", Frame::Statement), ("explaining", Frame::Statement),
    ("stress", Frame::Statement), ("stresses", Frame::Statement), ("stressed", Frame::Statement), ("stressing", Frame::Statement),
    ("emphasize", Frame::Statement), ("emphasizes", Frame::Statement), ("emphasized", Frame::Statement), ("emphasizing", Frame::Statement),
    ("emphasise", Frame::Statement), ("emphasises", Frame::Statement), ("emphasised", Frame::Statement), ("emphasising", Frame::Statement),
    ("reiterate", Frame::Statement), ("reiterates", Frame::Statement), ("reiterated", Frame::Statement), ("reiterating", Frame::Statement),
    ("predict", Frame::Statement), ("predicts", Frame::Statement), ("predicted", Frame::Statement), ("predicting", Frame::Statement),
    ("warn", Frame::Statement), ("warns", Frame::Statement), ("warned", Frame::Statement), ("warning", Frame::Statement),
    ("caution", Frame::Statement), ("cautions", Frame::Statement), ("cautioned", Frame::Statement), ("cautioning", Frame::Statement),
    ("note", Frame::Statement), ("notes", Frame::Statement), ("noted", Frame::Statement), ("noting", Frame::Statement),
    ("mention", Frame::Statement), ("mentions", Frame::Statement), ("mentioned", Frame::Statement), ("mentioning", Frame::Statement),
    ("propose", Frame::Statement), ("proposes", Frame::Statement), ("proposed", Frame::Statement), ("proposing", Frame::Statement),
    ("recommend", Frame::Statement), ("recommends", Frame::Statement), ("recommended", Frame::Statement), ("recommending", Frame::Statement),
    ("demand", Frame::Statement), ("demands", Frame::Statement), ("demanded", Frame::Statement), ("demanding", Frame::Statement),
    ("vow", Frame::Vow), ("vows", Frame::Vow), ("vowed", Frame::Vow), ("vowing", Frame::Vow),
    ("pledge", Frame::Vow), ("pledges", Frame::Vow), ("pledged", Frame::Vow), ("pledging", Frame::Vow),
    ("agree", Frame::Vow), ("agrees", Frame::Vow), ("agreed", Frame::Vow), ("agreeing", Frame::Vow),
    ("promise", Frame::Vow), ("promises", Frame::Vow), ("promised", Frame::Vow), ("promising", Frame::Vow),
    ("threaten", Frame::Vow), ("threatens", Frame::Vow), ("threatened", Frame::Vow), ("threatening", Frame::Vow),
    ("offer", Frame::Vow), ("offers", Frame::Vow), ("offered", Frame::Vow), ("offering", Frame::Vow),
    ("decide", Frame::Vow), ("decides", Frame::Vow), ("decided", Frame::Vow), ("deciding", Frame::Vow),
    ("believe", Frame::Thought), ("believes", Frame::Thought), ("believed", Frame::Thought), ("believing", Frame::Thought),
    ("fear", Frame::Thought), ("fears", Frame::Thought), ("feared", Frame::Thought), ("fearing", Frame::Thought),
    ("think", Frame::Thought), ("thinks", Frame::Thought), ("thought", Frame::Thought), ("thinking", Frame::Thought),
    ("doubt", Frame::Thought), ("doubts", Frame::Thought), ("doubted", Frame::Thought), ("doubting", Frame::Thought),
    ("worry", Frame::Thought), ("worries", Frame::Thought), ("worried", Frame::Thought), ("worrying", Frame::Thought),
    ("suspect", Frame::Thought), ("suspects", Frame::Thought), ("suspected", Frame::Thought), ("suspecting", Frame::Thought),
    ("assume", Frame::Thought), ("assumes", Frame::Thought), ("assumed", Frame::Thought), ("assuming", Frame::Thought),
    ("realize", Frame::Thought), ("realizes", Frame::Thought), ("realized", Frame::Thought), ("realizing", Frame::Thought),
    ("realise", Frame::Thought), ("realises", Frame::Thought), ("realised", Frame::Thought), ("realising", Frame::Thought),
    ("learn", Frame::Thought), ("learns", Frame::Thought), ("learned", Frame::Thought), ("learning", Frame::Thought),
    ("know", Frame::Thought), ("knows", Frame::Thought), ("knew", Frame::Thought), ("knowing", Frame::Thought),
    ("feel", Frame::Thought), ("feels", Frame::Thought), ("felt", Frame::Thought), ("feeling", Frame::Thought),
    ("understand", Frame::Thought), ("understands", Frame::Thought), ("understood", Frame::Thought), ("understanding", Frame::Thought),
    ("hope", Frame::Wish), ("hopes", Frame::Wish), ("hoped", Frame::Wish), ("hoping", Frame::Wish),
    ("refuse", Frame::Wish), ("refuses", Frame::Wish), ("refused", Frame::Wish), ("refusing", Frame::Wish),
    ("want", Frame::Wish), ("wants", Frame::Wish), ("wanted", Frame::Wish), ("wanting", Frame::Wish),
    ("plan", Frame::Wish), ("plans", Frame::Wish), ("planned", Frame::Wish), ("planning", Frame::Wish),
    ("intend", Frame::Wish), ("intends", Frame::Wish), ("intended", Frame::Wish), ("intending", Frame::Wish),
    ("wish", Frame::Wish), ("wishes", Frame::Wish), ("wished", Frame::Wish), ("wishing", Frame::Wish),
    ("expect", Frame::Wish), ("expects", Frame::Wish), ("expected", Frame::Wish), ("expecting", Frame::Wish),
    ("seek", Frame::Wish), ("seeks", Frame::Wish), ("sought", Frame::Wish), ("seeking", Frame::Wish),
    ("decline", Frame::Wish), ("declines", Frame::Wish), ("declined", Frame::Wish), ("declining", Frame::Wish),
    ("aim", Frame::Wish), ("aims", Frame::Wish), ("aimed", Frame::Wish), ("aiming", Frame::Wish),
    ("ruled", Frame::ThatClause), ("ruling", Frame::ThatClause),
    ("order", Frame::Infinitive), ("orders", Frame::Infinitive), ("ordered", Frame::Infinitive), ("ordering", Frame::Infinitive),
    ("encourage", Frame::Infinitive), ("encourages", Frame::Infinitive), ("encouraged", Frame::Infinitive), ("encouraging", Frame::Infinitive),
    ("advise", Frame::Infinitive), ("advises", Frame::Infinitive), ("advised", Frame::Infinitive), ("advising", Frame::Infinitive),
    ("request", Frame::Infinitive), ("requests", Frame::Infinitive), ("requested", Frame::Infinitive), ("requesting", Frame::Infinitive),
    ("describe", Frame::Judgement), ("describes", Frame::Judgement), ("described", Frame::Judgement), ("describing", Frame::Judgement),
    ("accuse", Frame::Judgement), ("accuses", Frame::Judgement), ("accused", Frame::Judgement), ("accusing", Frame::Judgement),
    ("blame", Frame::Judgement), ("blames", Frame::Judgement), ("blamed", Frame::Judgement), ("blaming", Frame::Judgement),
    ("denounce", Frame::Judgement), ("denounces", Frame::Judgement), ("denounced", Frame::Judgement), ("denouncing", Frame::Judgement),
    ("condemn", Frame::Judgement), ("condemns", Frame::Judgement), ("condemned", Frame::Judgement), ("condemning", Frame::Judgement),
    ("criticize", Frame::Judgement), ("criticizes", Frame::Judgement), ("criticized", Frame::Judgement), ("criticizing", Frame::Judgement),
    ("criticise", Frame::Judgement), ("criticises", Frame::Judgement), ("criticised", Frame::Judgement), ("criticising", Frame::Judgement),
    ("praise", Frame::Judgement), ("praises", Frame::Judgement), ("praised", Frame::Judgement), ("praising", Frame::Judgement),
    ("decry", Frame::Judgement), ("decries", Frame::Judgement), ("decried", Frame::Judgement), ("decrying", Frame::Judgement),
    ("deplore", Frame::Judgement), ("deplores", Frame::Judgement), ("deplored", Frame::Judgement), ("deploring", Frame::Judgement),
    ("characterize", Frame::Judgement), ("characterizes", Frame::Judgement), ("characterized", Frame::Judgement), ("characterizing", Frame::Judgement),
    ("mock", Frame::Judgement), ("mocks", Frame::Judgement), ("mocked", Frame::Judgement), ("mocking", Frame::Judgement),
    ("cite", Frame::Judgement), ("cites", Frame::Judgement), ("cited", Frame::Judgement), ("citing", Frame::Judgement),
    ("liken", Frame::Judgement), ("likens", Frame::Judgement), ("likened", Frame::Judgement), ("likening", Frame::Judgement),
    ("tout", Frame::Judgement), ("touts", Frame::Judgement), ("touted", Frame::Judgement), ("touting", Frame::Judgement),
    ("deride", Frame::Judgement), ("derides", Frame::Judgement), ("derided", Frame::Judgement), ("deriding", Frame::Judgement),
    ("lambaste", Frame::Judgement), ("lambastes", Frame::Judgement), ("lambasted", Frame::Judgement), ("lambasting", Frame::Judgement),
    ("portray", Frame::Judgement), ("portrays", Frame::Judgement), ("portrayed", Frame::Judgement), ("portraying", Frame::Judgement),
    ("discuss", Frame::Judgement), ("discusses", Frame::Judgement), ("discussed", Frame::Judgement), ("discussing", Frame::Judgement),
    ("endorse", Frame::Judgement), ("endorses", Frame::Judgement), ("endorsed", Frame::Judgement), ("endorsing", Frame::Judgement),
    ("chastise", Frame::Judgement), ("chastises", Frame::Judgement), ("chastised", Frame::Judgement), ("chastising", Frame::Judgement),
    ("ridicule", Frame::Judgement), ("ridicules", Frame::Judgement), ("ridiculed", Frame::Judgement), ("ridiculing", Frame::Judgement),
    ("bemoan", Frame::Judgement), ("bemoans", Frame::Judgement), ("bemoaned", Frame::Judgement), ("bemoaning", Frame::Judgement),
    ("highlight", Frame::Judgement), ("highlights", Frame::Judgement), ("highlighted", Frame::Judgement), ("highlighting", Frame::Judgement),
    ("referenced", Frame::Judgement), ("referencing", Frame::Judgement),
    ("applaud", Frame::Judgement), ("applauds", Frame::Judgement), ("applauded", Frame::Judgement), ("applauding", Frame::Judgement),
    ("outline", Frame::Judgement), ("outlines", Frame::Judgement), ("outlined", Frame::Judgement), ("outlining", Frame::Judgement),
    ("advocate", Frame::Judgement), ("advocates", Frame::Judgement), ("advocated", Frame::Judgement), ("advocating", Frame::Judgement),
    ("push", Frame::Particle), ("pushes", Frame::Particle), ("pushed", Frame::Particle), ("pushing", Frame::Particle),
    ("press", Frame::Particle), ("presses", Frame::Particle), ("pressed", Frame::Particle), ("pressing", Frame::Particle),
    ("point", Frame::Particle), ("points", Frame::Particle), ("pointed", Frame::Particle), ("pointing", Frame::Particle),
    ("hint", Frame::Particle), ("hints", Frame::Particle), ("hinted", Frame::Particle), ("hinting", Frame::Particle),
    ("object", Frame::Particle), ("objects", Frame::Particle), ("objected", Frame::Particle), ("objecting", Frame::Particle),
    ("apologize", Frame::Particle), ("apologizes", Frame::Particle), ("apologized", Frame::Particle), ("apologizing", Frame::Particle),
    ("apologise", Frame::Particle), ("apologises", Frame::Particle), ("apologised", Frame::Particle), ("apologising", Frame::Particle),
    ("allude", Frame::Particle), ("alludes", Frame::Particle), ("alluded", Frame::Particle), ("alluding", Frame::Particle),
    ("brag", Frame::Particle), ("brags", Frame::Particle), ("bragged", Frame::Particle), ("bragging", Frame::Particle),
]);

/// The prepositions behind which a verb has what is said, by its forms: "called for …", "spoke of …".
#[rustfmt::skip]
pub static PARTICLES: Table<&[&str]> = table!(
    &[&str],class::REPORT, &[
    ("call", &["for", "on"]), ("calls", &["for", "on"]), ("called", &["for", "on"]), ("calling", &["for", "on"]),
    ("speak", &["of", "about", "against"]), ("speaks", &["of", "about", "against"]), ("spoke", &["of", "about", "against"]), ("speaking", &["of", "about", "against"]),
    ("talk", &["of", "about"]), ("talks", &["of", "about"]), ("talked", &["of", "about"]), ("talking", &["of", "about"]),
    ("refer", &["to"]), ("refers", &["to"]), ("referred", &["to"]), ("referring", &["to"]),
    ("point", &["to"]), ("points", &["to"]), ("pointed", &["to"]), ("pointing", &["to"]),
    ("appeal", &["for"]), ("appeals", &["for"]), ("appealed", &["for"]), ("appealing", &["for"]),
    ("complain", &["of", "about"]), ("complains", &["of", "about"]), ("complained", &["of", "about"]), ("complaining", &["of", "about"]),
    ("warn", &["of", "about", "against"]), ("warns", &["of", "about", "against"]), ("warned", &["of", "about", "against"]), ("warning", &["of", "about", "against"]),
    ("caution", &["against"]), ("cautions", &["against"]), ("cautioned", &["against"]), ("cautioning", &["against"]),
    ("argue", &["for", "against"]), ("argues", &["for", "against"]), ("argued", &["for", "against"]), ("arguing", &["for", "against"]),
    ("rail", &["against", "about"]), ("rails", &["against", "about"]), ("railed", &["against", "about"]), ("railing", &["against", "about"]),
    ("push", &["for"]), ("pushes", &["for"]), ("pushed", &["for"]), ("pushing", &["for"]),
    ("press", &["for"]), ("presses", &["for"]), ("pressed", &["for"]), ("pressing", &["for"]),
    ("plead", &["for"]), ("pleads", &["for"]), ("pleaded", &["for"]), ("pleading", &["for"]),
    ("ask", &["for", "about"]), ("asks", &["for", "about"]), ("asked", &["for", "about"]), ("asking", &["for", "about"]),
    ("joke", &["about", "of"]), ("jokes", &["about", "of"]), ("joked", &["about", "of"]), ("joking", &["about", "of"]),
    ("insist", &["on"]), ("insists", &["on"]), ("insisted", &["on"]), ("insisting", &["on"]),
    ("boast", &["of", "about"]), ("boasts", &["of", "about"]), ("boasted", &["of", "about"]), ("boasting", &["of", "about"]),
    ("brag", &["about", "of"]), ("brags", &["about", "of"]), ("bragged", &["about", "of"]), ("bragging", &["about", "of"]),
    ("hint", &["at"]), ("hints", &["at"]), ("hinted", &["at"]), ("hinting", &["at"]),
    ("allude", &["to"]), ("alludes", &["to"]), ("alluded", &["to"]), ("alluding", &["to"]),
    ("object", &["to"]), ("objects", &["to"]), ("objected", &["to"]), ("objecting", &["to"]),
    ("apologize", &["for"]), ("apologizes", &["for"]), ("apologized", &["for"]), ("apologizing", &["for"]),
    ("apologise", &["for"]), ("apologises", &["for"]), ("apologised", &["for"]), ("apologising", &["for"]),
    ("worry", &["about"]), ("worries", &["about"]), ("worried", &["about"]), ("worrying", &["about"]),
    ("ruled", &["against"]), ("ruling", &["against"]),
    ("wonder", &["about"]), ("wonders", &["about"]), ("wondered", &["about"]), ("wondering", &["about"]),
    ("advocate", &["for"]), ("advocates", &["for"]), ("advocated", &["for"]), ("advocating", &["for"]),
    ("testify", &["about"]), ("testifies", &["about"]), ("testified", &["about"]), ("testifying", &["about"]),
    ("agree", &["on"]), ("agrees", &["on"]), ("agreed", &["on"]), ("agreeing", &["on"]),
    ("comment", &["on"]), ("comments", &["on"]), ("commented", &["on"]), ("commenting", &["on"]),
]);

/// Nouns of what is written or counted, which says things as people do: "the report says".
#[rustfmt::skip]
pub static DOCUMENTS: Table<()> = table!(
    (),
    class::DOCUMENT,
    &[
    ("report", ()), ("reports", ()), ("study", ()), ("studies", ()), ("survey", ()), ("surveys", ()), ("poll", ()), ("polls", ()),
    ("statement", ()), ("statements", ()), ("letter", ()), ("letters", ()), ("analysis", ()), ("analyses", ()), ("document", ()), ("documents", ()),
    ("article", ()), ("articles", ()), ("paper", ()), ("papers", ()), ("memo", ()), ("memos", ()), ("lawsuit", ()), ("lawsuits", ()),
    ("complaint", ()), ("complaints", ()), ("indictment", ()), ("indictments", ()), ("affidavit", ()), ("affidavits", ()), ("filing", ()), ("filings", ()),
    ("sign", ()), ("signs", ()), ("banner", ()), ("banners", ()), ("headline", ()), ("headlines", ()), ("data", ()), ("figure", ()),
    ("figures", ()), ("statistic", ()), ("statistics", ()), ("record", ()), ("records", ()), ("transcript", ()), ("transcripts", ()), ("email", ()),
    ("emails", ()), ("e-mail", ()), ("e-mails", ()), ("review", ()), ("reviews", ()), ("audit", ()), ("audits", ()), ("investigation", ()),
    ("investigations", ()), ("inquiry", ()), ("inquiries", ()), ("research", ()), ("footage", ()), ("video", ()), ("videos", ()), ("website", ()),
    ("websites", ()), ("ad", ()), ("ads", ()), ("page", ()), ("pages", ()), ("book", ()), ("books", ()), ("message", ()),
    ("messages", ()), ("note", ()), ("notes", ()), ("communique", ()), ("communiques", ()), ("resolution", ()), ("resolutions", ()), ("ruling", ()),
    ("rulings", ()), ("census", ()), ("censuss", ()), ("assessment", ()), ("assessments", ()), ("bulletin", ()), ("bulletins", ()), ("advisory", ()),
    ("advisories", ()), ("draft", ()), ("drafts", ()), ("editorial", ()), ("editorials", ()), ("column", ()), ("columns", ()), ("tweet", ()),
    ("tweets", ()), ("post", ()), ("posts", ()), ("average", ()), ("averages", ()), ("slide", ()), ("slides", ()),

    ],
);

/// Nouns of what somebody speaks in or at: "said in a statement", "at a briefing".
#[rustfmt::skip]
pub static OCCASIONS: Table<()> = table!(
    (),
    class::OCCASION,
    &[
    ("statement", ()), ("interview", ()), ("conference", ()), ("briefing", ()), ("speech", ()), ("tweet", ()), ("report", ()), ("letter", ()),
    ("email", ()), ("e-mail", ()), ("post", ()), ("message", ()), ("address", ()), ("release", ()), ("hearing", ()), ("testimony", ()),
    ("rally", ()), ("forum", ()), ("debate", ()), ("call", ()), ("memo", ()), ("bulletin", ()), ("filing", ()), ("meeting", ()),
    ("appearance", ()), ("note", ()), ("article", ()), ("interviews", ()), ("tweets", ()), ("remarks", ()), ("statements", ()), ("video", ()),
    ("broadcast", ()),

    ],
);

/// Nouns of what somebody says or thinks, with a clause behind them: "her claim that …".
#[rustfmt::skip]
pub static SAYINGS: Table<()> = table!(
    (),
    class::SAYING,
    &[
    ("accusation", ()), ("accusations", ()), ("acknowledgment", ()), ("acknowledgments", ()), ("acknowledgement", ()), ("acknowledgements", ()), ("admission", ()), ("admissions", ()),
    ("allegation", ()), ("allegations", ()), ("announcement", ()), ("announcements", ()), ("argument", ()), ("arguments", ()), ("assertion", ()), ("assertions", ()),
    ("assurance", ()), ("assurances", ()), ("belief", ()), ("beliefs", ()), ("claim", ()), ("claims", ()), ("comment", ()), ("comments", ()),
    ("complaint", ()), ("complaints", ()), ("conclusion", ()), ("conclusions", ()), ("concern", ()), ("concerns", ()), ("contention", ()), ("contentions", ()),
    ("conviction", ()), ("convictions", ()), ("declaration", ()), ("declarations", ()), ("denial", ()), ("denials", ()), ("explanation", ()), ("explanations", ()),
    ("fear", ()), ("fears", ()), ("finding", ()), ("findings", ()), ("hope", ()), ("hopes", ()), ("idea", ()), ("ideas", ()),
    ("insistence", ()), ("pledge", ()), ("pledges", ()), ("prediction", ()), ("predictions", ()), ("promise", ()), ("promises", ()), ("proposal", ()),
    ("proposals", ()), ("remark", ()), ("remarks", ()), ("statement", ()), ("statements", ()), ("suggestion", ()), ("suggestions", ()), ("suspicion", ()),
    ("suspicions", ()), ("testimony", ()), ("threat", ()), ("threats", ()), ("view", ()), ("views", ()), ("vow", ()), ("vows", ()),
    ("warning", ()), ("warnings", ()), ("worry", ()), ("worries", ()),

    ],
);

/// Adjectives of what somebody thinks, with a clause behind them: "they are afraid that …".
#[rustfmt::skip]
pub static OPINIONS: Table<()> = table!(
    (),
    class::OPINION,
    &[
    ("adamant", ()), ("afraid", ()), ("alarmed", ()), ("angry", ()), ("aware", ()), ("certain", ()), ("clear", ()), ("concerned", ()),
    ("confident", ()), ("convinced", ()), ("disappointed", ()), ("fearful", ()), ("frustrated", ()), ("glad", ()), ("hopeful", ()), ("optimistic", ()),
    ("pleased", ()), ("proud", ()), ("sceptical", ()), ("skeptical", ()), ("sorry", ()), ("sure", ()), ("surprised", ()), ("unaware", ()),
    ("upset", ()), ("worried", ()),

    ],
);

/// Nouns of bodies and circles of people, who can want things and call for them.
#[rustfmt::skip]
pub static COLLECTIVES: Table<()> = table!(
    (),
    class::COLLECTIVE,
    &[
    ("agency", ()), ("agencies", ()), ("alliance", ()), ("alliances", ()), ("assembly", ()), ("assemblies", ()), ("association", ()), ("associations", ()),
    ("bank", ()), ("banks", ()), ("board", ()), ("boards", ()), ("body", ()), ("bodies", ()), ("brotherhood", ()), ("brotherhoods", ()),
    ("bureau", ()), ("bureaus", ()), ("cabinet", ()), ("cabinets", ()), ("campaign", ()), ("campaigns", ()), ("camp", ()), ("camps", ()),
    ("chamber", ()), ("chambers", ()), ("church", ()), ("churches", ()), ("city", ()), ("cities", ()), ("club", ()), ("clubs", ()),
    ("coalition", ()), ("coalitions", ()), ("college", ()), ("colleges", ()), ("commission", ()), ("commissions", ()), ("committee", ()), ("committees", ()),
    ("community", ()), ("communities", ()), ("company", ()), ("companies", ()), ("congress", ()), ("congresses", ()), ("corporation", ()), ("corporations", ()),
    ("council", ()), ("councils", ()), ("country", ()), ("countries", ()), ("court", ()), ("courts", ()), ("crew", ()), ("crews", ()),
    ("crowd", ()), ("crowds", ()), ("delegation", ()), ("delegations", ()), ("department", ()), ("departments", ()), ("embassy", ()), ("embassies", ()),
    ("faction", ()), ("factions", ()), ("family", ()), ("families", ()), ("federation", ()), ("federations", ()), ("firm", ()), ("firms", ()),
    ("foundation", ()), ("foundations", ()), ("front", ()), ("fronts", ()), ("government", ()), ("governments", ()), ("group", ()), ("groups", ()),
    ("household", ()), ("households", ()), ("house", ()), ("houses", ()), ("industry", ()), ("industries", ()), ("institute", ()), ("institutes", ()),
    ("institution", ()), ("institutions", ()), ("jury", ()), ("juries", ()), ("leadership", ()), ("majority", ()), ("majorities", ()), ("militia", ()),
    ("militias", ()), ("ministry", ()), ("ministries", ()), ("minority", ()), ("minorities", ()), ("mission", ()), ("missions", ()), ("movement", ()),
    ("movements", ()), ("nation", ()), ("nations", ()), ("newspaper", ()), ("newspapers", ()), ("office", ()), ("offices", ()), ("opposition", ()),
    ("organisation", ()), ("organisations", ()), ("organization", ()), ("organizations", ()), ("outlet", ()), ("outlets", ()), ("panel", ()), ("panels", ()),
    ("parliament", ()), ("parliaments", ()), ("party", ()), ("parties", ()), ("pentagon", ()), ("public", ()), ("publication", ()), ("publications", ()),
    ("regime", ()), ("regimes", ()), ("school", ()), ("schools", ()), ("senate", ()), ("senates", ()), ("side", ()), ("sides", ()),
    ("society", ()), ("societies", ()), ("staff", ()), ("state", ()), ("states", ()), ("station", ()), ("stations", ()), ("team", ()),
    ("teams", ()), ("town", ()), ("towns", ()), ("tribe", ()), ("tribes", ()), ("tribunal", ()), ("tribunals", ()), ("union", ()),
    ("unions", ()), ("university", ()), ("universities", ()), ("village", ()), ("villages", ()), ("watchdog", ()), ("watchdogs", ()), ("website", ()),
    ("websites", ()), ("farmers", ()), ("workers", ()), ("voters", ()), ("critics", ()), ("supporters", ()), ("opponents", ()), ("advocates", ()),
    ("experts", ()), ("analysts", ()), ("scientists", ()), ("researchers", ()), ("economists", ()), ("environmentalists", ()), ("historians", ()), ("investigators", ()),
    ("lawyers", ()), ("leaders", ()), ("members", ()), ("neighbors", ()), ("neighbours", ()), ("observers", ()), ("organisers", ()), ("organizers", ()),
    ("owners", ()), ("parents", ()), ("players", ()), ("politicians", ()), ("relatives", ()), ("rescuers", ()), ("scholars", ()), ("sources", ()),
    ("students", ()), ("survivors", ()), ("teachers", ()), ("taxpayers", ()), ("tenants", ()), ("villagers", ()), ("witnesses", ()),

    ],
);

/// Forms of these verbs that are as often nouns, besides [`NOUNS`](super::speech::NOUNS).
#[rustfmt::skip]
pub static NOUNS: &[&str] = &[
    "plan", "plans", "want", "wants", "wish", "wishes", "doubt", "doubts", "worry", "worries", "aim", "aims",
    "decline", "declines", "suspect", "suspects", "request", "requests", "push", "press", "point", "points", "hint", "hints",
    "object", "objects", "highlight", "highlights", "outline", "outlines", "advocate", "advocates", "ridicule",
];
