//! Whether "he" or "she" is meant: titles, roles, pronouns, given names.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// He or she, as the words show it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Gender {
    /// He.
    Male,
    /// She.
    Female,
}

/// Titles, roles and pronouns that show it by themselves.
#[rustfmt::skip]
static GENDERED: &[(&str, Gender)] = &[
    ("mr", Gender::Male), ("mr.", Gender::Male), ("mrs", Gender::Female), ("mrs.", Gender::Female), ("ms", Gender::Female), ("ms.", Gender::Female),
    ("miss", Gender::Female), ("sir", Gender::Male), ("lord", Gender::Male), ("lady", Gender::Female), ("dame", Gender::Female),
    ("king", Gender::Male), ("queen", Gender::Female), ("prince", Gender::Male), ("princess", Gender::Female), ("emir", Gender::Male),
    ("pope", Gender::Male), ("bishop", Gender::Male), ("archbishop", Gender::Male), ("imam", Gender::Male), ("sheikh", Gender::Male),
    ("spokesman", Gender::Male), ("spokeswoman", Gender::Female), ("chairman", Gender::Male), ("chairwoman", Gender::Female),
    ("congressman", Gender::Male), ("congresswoman", Gender::Female), ("businessman", Gender::Male), ("businesswoman", Gender::Female),
    ("actor", Gender::Male), ("actress", Gender::Female), ("gunman", Gender::Male), ("man", Gender::Male), ("woman", Gender::Female),
    ("boy", Gender::Male), ("girl", Gender::Female), ("father", Gender::Male), ("mother", Gender::Female), ("brother", Gender::Male),
    ("sister", Gender::Female), ("son", Gender::Male), ("daughter", Gender::Female), ("wife", Gender::Female), ("husband", Gender::Male),
    ("uncle", Gender::Male), ("aunt", Gender::Female), ("nephew", Gender::Male), ("niece", Gender::Female), ("widow", Gender::Female),
    ("widower", Gender::Male), ("grandfather", Gender::Male), ("grandmother", Gender::Female),
    ("he", Gender::Male), ("him", Gender::Male), ("his", Gender::Male), ("himself", Gender::Male),
    ("she", Gender::Female), ("her", Gender::Female), ("hers", Gender::Female), ("herself", Gender::Female),
];

/// Given names that nearly always are a man's.
static MEN: &str = "abdel abdul abdullah abdulrahman abu adam adel adnan adrian ahmad ahmed akira alan albert alejandro aleksandr alessandro alexander \
     alexei alfred ali amir amr anders andreas andrei andrew anthony antonio anwar arnold arthur ashraf asif assad ban barack bashar \
     ben benjamin benyamin bernard bernie bill bob boris brad brian bruce carl carlos charles chris christopher colin dan daniel david \
     dennis diego dmitri dmitry dominic don donald edward emmanuel enrique eric ernesto evo faisal felipe felix fernando fidel francis \
     francisco francois frank frederick gary gennady george gerald gerhard giovanni giuseppe gordon graham greg gregory guillermo \
     gustavo habib hamid hamza hans harold harry hasan hassan henry herman hosni hugh hugo hussein ian ibrahim igor ilham imran isaac \
     ismail ivan jack jacob jacques jake jamal james jared jason javier jawad jean jeff jeffrey jens jeremy jerry jesus jim jimmy joe \
     joel johann john jonathan jorge jose joseph joshua juan jules julian junichiro justin karim karl keith ken kenneth kevin khaled \
     khalid kofi kyle larry lars leon leonid lewis lloyd louis lucas luis luiz mahmoud malcolm manuel marc marcel marco mario mark \
     martin marwan massoud matthew maurice max mehmet michael michel miguel mike mikhail milos mohamed mohammad mohammed morgan moses \
     muhammad mustafa nabil nasser nathan nelson nicholas nick nicolae nicolas nigel nikolai noah nouri oleg oliver olivier omar osama \
     oscar otto pablo patrick paul pavel pedro peter petro philip philippe pierre qasim rafael rahul rajiv ralph ramon ramzi raul ray \
     raymond recep reza ricardo richard rick rob robert roberto rodrigo roger roland ron ronald rory roy rudolph russell ryan saad \
     saddam saeed said saleh salim salman salvador sam sami samuel scott sean sebastian serge sergei sergey shimon silvio simon staffan \
     stanley stefan stephane stephen steve steven stuart sultan tariq ted terry theodore thomas tim timothy toby tom tony vaclav victor \
     viktor vincent vitaly vladimir volodymyr walid walter wayne werner wilhelm william winston xavier yasser yoshihiko yousef youssef \
     yuri yusuf zoran";

/// Given names that nearly always are a woman's.
static WOMEN: &str = "abigail agnes aisha alexandra alice alicia alison amal amanda amina amy ana andrea angela angelina anita ann anna anne annette \
     asma astrid aung ayesha barbara beatrice benazir beth betty brenda brigitte camilla carla carmen carol caroline catherine cecilia \
     charlotte chelsea cheryl christina christine claire clara claudia condoleezza cristina cynthia dalia daniela deborah debra diana \
     diane dilma dina donna dorothy eleanor elena elizabeth ella ellen emily emma erika esther eva evelyn fatima fatma federica fiona \
     florence frances gabriela gina gloria golda grace greta hanan hannah heather heidi helen helena hilary hillary huma ingrid irene \
     irina isabel isabella ivanka jacinda jackie jane janet jean-ann jennifer jessica jill joan joanna joyce juanita judith judy julia \
     julie karen kate katherine kathleen kathryn katie kelly kimberly kristalina lana laura lauren leila leyla lina linda lisa liz \
     lucia lucy lydia madeleine malala margaret maria mariam marie marina marine marion martha mary maryam maya megan melania melissa \
     mia michelle mona monica nada nadia nancy naomi natalia natalie nikki nina nora olga olivia pamela patricia paula penelope rachel \
     rana rania rebecca rita rosa rosemary ruth sabrina sally samantha sandra sara sarah shirin silvia sonia sophia sophie stella \
     stephanie susan suzanne sylvia tamara tanya tatiana teresa theresa tina tracy tulsi ursula valerie vera veronica victoria virginia \
     wangari winnie yasmin yingluck yolanda yulia zaha zainab zoe";

/// The gender that a title, a role noun or a pronoun (lower case) shows.
pub fn of_word(word: &str) -> Option<Gender> {
    GENDERED.iter().find(|row| row.0 == word).map(|row| row.1)
}

/// The gender that a given name (lower case) usually has.
pub fn of_given_name(name: &str) -> Option<Gender> {
    static GIVEN: OnceLock<FxHashMap<&'static str, Gender>> = OnceLock::new();
    let given = GIVEN.get_or_init(|| {
        let men = MEN.split_whitespace().map(|name| (name, Gender::Male));
        men.chain(WOMEN.split_whitespace().map(|name| (name, Gender::Female))).collect()
    });
    given.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_given_name_is_of_both() {
        let women: Vec<&str> = WOMEN.split_whitespace().collect();
        assert!(MEN.split_whitespace().all(|name| !women.contains(&name)));
        assert_eq!(of_given_name("angela"), Some(Gender::Female));
        assert_eq!(of_word("spokesman"), Some(Gender::Male));
    }
}
