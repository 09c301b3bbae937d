//! Gazetteer and name model: compiled in by the trainer, looked up here, never edited by hand.
