//! An analysis in the forms that other tools read. One file a form.
