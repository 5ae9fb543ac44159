//! Rules of what the shell holds between commands.

use super::*;
use breakwater_model::case::{Marking, NewCaseRequest};
use serde_json::Value;
use std::thread;

const PASSPHRASE: &str = "harbour lantern nine quiet gulls";

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

#[test]
fn lock_does_not_say_done_while_somebody_holds_the_keys() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let place = folder.path().join("a.case");
    app.opened(made(&app, &place), place.clone()).unwrap();
    let held = app.session().unwrap();
    let early = app.lock_within(Duration::from_millis(50)).unwrap_err();
    assert_eq!(early.code, ErrorCode::Locked);
    assert_eq!(app.ask(|_| Ok(())).unwrap_err().code, ErrorCode::Locked);
    let again = app.lock_within(Duration::from_millis(50)).unwrap_err();
    assert!(
        again.message.contains("keys are still in memory"),
        "{again:?}"
    );
    drop(held);
    assert_eq!(app.lock(), Ok(()));
    assert_eq!(app.lock(), Ok(()), "nothing is left to lock");
    assert!(case::open::open(&app.host, &place, PASSPHRASE, None).is_ok());
}

#[test]
fn a_case_can_be_opened_again_while_it_is_still_being_locked() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let place = app.folders.demonstration();
    let open = |host: &Host, path: &Path| case::open::open(host, path, "lantern", None);
    let made = made(&app, &place);
    app.opened(made, place.clone()).unwrap();
    let at_work = app.session().unwrap();
    thread::scope(|scope| {
        let locks = scope.spawn(|| app.lock());
        while app.is_open() {
            thread::yield_now();
        }
        let opens = scope.spawn(|| app.open_with(place.clone(), open));
        thread::sleep(Duration::from_millis(100));
        drop(at_work);
        assert_eq!(locks.join().unwrap(), Ok(()));
        let refused = opens.join().unwrap().unwrap_err();
        assert_eq!(refused.code, ErrorCode::WrongPassphrase, "{refused:?}");
    });
}

/// A new case at `place`.
fn made(app: &App, place: &Path) -> Session {
    let request = NewCaseRequest {
        place: String::new(),
        title: "Test sweep".into(),
        reference: "T/1".into(),
        marking: Marking::Official,
        officer_name: "Test officer".into(),
        officer_number: "4417".into(),
        passphrase: PASSPHRASE.into(),
        unit_recovery: vec![],
    };
    case::create::prepare(&app.host, request, place, &[])
        .unwrap()
        .commit_with_file()
        .unwrap()
}
