//! Sentences for each phenomenon, right and wrong, with a reference date.
