//! Native dialogs. They block, so they are asked on a command's thread and never on the window's.

use breakwater_model::exchange::ChooseKind;
use std::path::PathBuf;
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// Asks the officer; empty if they changed their mind.
pub fn ask(app: &AppHandle, kind: ChooseKind, suggested: Option<&str>) -> Vec<PathBuf> {
    let question = question(app, kind, suggested);
    let chosen = match kind {
        ChooseKind::OpenCase | ChooseKind::ShotsFolder => {
            question.blocking_pick_folder().into_iter().collect()
        }
        ChooseKind::EvidenceFiles | ChooseKind::CheckUpFiles | ChooseKind::OpenFigures => {
            question.blocking_pick_files().unwrap_or_default()
        }
        ChooseKind::ImportFile
        | ChooseKind::OpenInvitation
        | ChooseKind::OpenMapping
        | ChooseKind::OpenTexts
        | ChooseKind::OpenCheckAnswers
        | ChooseKind::OpenDirectory
        | ChooseKind::OpenCard
        | ChooseKind::OpenPackage
        | ChooseKind::OpenAnswer
        | ChooseKind::OpenSecret
        | ChooseKind::OpenLexicon => question.blocking_pick_file().into_iter().collect(),
        ChooseKind::NewCase
        | ChooseKind::SaveCsv
        | ChooseKind::SaveRejected
        | ChooseKind::SaveMapping
        | ChooseKind::SaveLexicon
        | ChooseKind::SaveDirectory
        | ChooseKind::SaveCard
        | ChooseKind::SavePackage
        | ChooseKind::SaveAnswer
        | ChooseKind::SaveRows
        | ChooseKind::SaveTexts
        | ChooseKind::SaveCheckSheet
        | ChooseKind::SavePaper
        | ChooseKind::SaveReport
        | ChooseKind::SaveChart
        | ChooseKind::SaveReferral
        | ChooseKind::SaveNetwork
        | ChooseKind::SaveExhibit
        | ChooseKind::SaveInvitation
        | ChooseKind::SaveFigures
        | ChooseKind::SaveRecovery => question
            .blocking_save_file()
            .into_iter()
            .collect::<Vec<_>>(),
    };
    chosen
        .into_iter()
        .filter_map(|path| FilePath::into_path(path).ok())
        .collect()
}

fn question(
    app: &AppHandle,
    kind: ChooseKind,
    suggested: Option<&str>,
) -> FileDialogBuilder<tauri::Wry> {
    let mut question = app.dialog().file().set_title(title(kind));
    if let Some(window) = app.get_webview_window(crate::window::LABEL) {
        question = question.set_parent(&window);
    }
    if let Some(name) = suggested {
        question = question.set_file_name(name);
    }
    match filter(kind) {
        Some((name, extensions)) => question
            .add_filter(name, extensions)
            .add_filter("All files", &["*"]),
        None => question,
    }
}

const fn title(kind: ChooseKind) -> &'static str {
    match kind {
        ChooseKind::NewCase => "Where the new case goes",
        ChooseKind::OpenCase => "Open a case folder",
        ChooseKind::ImportFile => "Import a file",
        ChooseKind::CheckUpFiles => "Look at spreadsheets",
        ChooseKind::EvidenceFiles => "Attach evidence",
        ChooseKind::SaveCsv => "Save the CSV",
        ChooseKind::SaveRejected => "Save the rejected rows",
        ChooseKind::SaveMapping => "Save the mapping",
        ChooseKind::OpenMapping => "Take in a mapping",
        ChooseKind::SaveLexicon => "Save the lexicon",
        ChooseKind::OpenLexicon => "Take in a lexicon",
        ChooseKind::SaveCard => "Save your card",
        ChooseKind::OpenCard => "Take in a colleague's card",
        ChooseKind::SavePackage => "Save the package",
        ChooseKind::OpenPackage => "Open a package",
        ChooseKind::SaveAnswer => "Save the signed answer",
        ChooseKind::OpenAnswer => "Take in a signed answer",
        ChooseKind::SaveDirectory => "Save the platform directory",
        ChooseKind::OpenDirectory => "Take in a platform directory",
        ChooseKind::SaveRows => "Save what every row would do",
        ChooseKind::SaveTexts => "Save the texts for the linguist",
        ChooseKind::OpenTexts => "Take in what the linguist gave back",
        ChooseKind::SaveReport => "Save the report",
        ChooseKind::SaveChart => "Save the chart",
        ChooseKind::SaveCheckSheet => "Save the carry sheet",
        ChooseKind::OpenCheckAnswers => "Take in the answers of a carry sheet",
        ChooseKind::ShotsFolder => "The folder the screenshots came in",
        ChooseKind::SavePaper => "Save the paper",
        ChooseKind::SaveReferral => "Save the referral",
        ChooseKind::SaveNetwork => "Save the network",
        ChooseKind::SaveExhibit => "Save the exhibit",
        ChooseKind::SaveInvitation => "Save the invitation",
        ChooseKind::OpenInvitation => "Join with an invitation",
        ChooseKind::SaveRecovery => "Save the recovery key",
        ChooseKind::OpenFigures => "Read files of figures",
        ChooseKind::SaveFigures => "Save the figures",
        ChooseKind::OpenSecret => "The unit's secret",
    }
}

const fn filter(kind: ChooseKind) -> Option<(&'static str, &'static [&'static str])> {
    match kind {
        ChooseKind::ImportFile
        | ChooseKind::CheckUpFiles
        | ChooseKind::OpenTexts
        | ChooseKind::OpenCheckAnswers => {
            Some(("Tables", &["csv", "tsv", "tab", "txt", "xlsx", "xlsm"]))
        }
        ChooseKind::SaveCsv
        | ChooseKind::OpenFigures
        | ChooseKind::SaveFigures
        | ChooseKind::SaveRejected
        | ChooseKind::SaveRows
        | ChooseKind::SaveLexicon
        | ChooseKind::SaveDirectory
        | ChooseKind::OpenDirectory
        | ChooseKind::OpenLexicon => Some(("CSV", &["csv"])),
        ChooseKind::SaveMapping | ChooseKind::OpenMapping => {
            Some(("Mappings", &["mapping", "txt"]))
        }
        ChooseKind::NewCase
        | ChooseKind::OpenCase
        | ChooseKind::ShotsFolder
        | ChooseKind::EvidenceFiles
        | ChooseKind::SaveTexts
        | ChooseKind::SaveCheckSheet
        | ChooseKind::SavePaper
        | ChooseKind::SaveReport
        | ChooseKind::SaveChart
        | ChooseKind::SaveReferral
        | ChooseKind::SaveNetwork
        | ChooseKind::SaveExhibit
        | ChooseKind::SaveCard
        | ChooseKind::OpenCard
        | ChooseKind::SavePackage
        | ChooseKind::OpenPackage
        | ChooseKind::SaveAnswer
        | ChooseKind::OpenAnswer
        | ChooseKind::SaveInvitation
        | ChooseKind::OpenInvitation
        | ChooseKind::OpenSecret
        | ChooseKind::SaveRecovery => None,
    }
}
