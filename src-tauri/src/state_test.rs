//! Rules of what the shell holds between commands.

use super::*;
use serde_json::Value;

/// Remembers what the page was told; answers no dialog.
#[derive(Default)]
pub(crate) struct Listener(Mutex<Vec<(Event, Value)>>);

impl Listener {
    pub(crate) fn told(&self, event: Event) -> Vec<Value> {
        let told = hold(&self.0);
        told.iter()
            .filter(|(name, _)| *name == event)
            .map(|(_, value)| value.clone())
            .collect()
    }
}

impl Outside for Listener {
    fn tell(&self, event: Event, payload: Value) {
        hold(&self.0).push((event, payload));
    }
    fn ask(&self, _: ChooseKind, _: Option<&str>) -> Answer<Vec<PathBuf>> {
        Ok(Vec::new())
    }
    fn copy(&self, _: String) -> Answer<()> {
        Ok(())
    }
    fn pasted_picture(&self) -> Answer<Vec<u8>> {
        Err(error::new(ErrorCode::NotFound, "none"))
    }
}

fn app(folder: &Path) -> App {
    let folders = Folders::under(folder);
    let host = breakwater_machine::host(&folders);
    App::new(
        host,
        folders,
        Box::<Listener>::default(),
        Start::Demonstration,
    )
}

#[test]
fn without_a_case_every_use_case_answers_locked() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let error = app.ask(|_| Ok(())).unwrap_err();
    assert_eq!(error.code, ErrorCode::Locked);
    assert_eq!(app.lock(), Ok(()));
}

#[test]
fn demonstration_is_taken_once() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    assert!(app.takes_demonstration());
    assert!(!app.takes_demonstration());
}

#[test]
fn tokens_are_long_and_differ() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    assert_eq!(app.token().len(), 32);
    assert_ne!(app.token(), app.token());
}
