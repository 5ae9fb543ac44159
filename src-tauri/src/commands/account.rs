//! Accounts: lists, records, and what officers add. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::account::{
    apart, bulk, cells, consult, copy, declare, links, list, merge, note, read, role, search,
    succession, tag, translate, undo, warn, watch,
};
use breakwater_casework::view::saved;
use breakwater_model::account::{
    AccountView, CopyKind, NoteRequest, NoteView, TranslateRequest, TranslationView, UndoneView,
};
use breakwater_model::assessment::DoneView;
use breakwater_model::bulk::{BulkRequest, BulkView, CopyCellsRequest, TagView};
use breakwater_model::evidence::WarningTag;
use breakwater_model::link::{LinksView, NetworkView};
use breakwater_model::list::{FiltersView, ListRequest, ListView};
use breakwater_model::merge::{MergeDoneView, MergeRequest, MergedField};
use breakwater_model::network::{DeclareRequest, DeclaredView};
use breakwater_model::role::{RoleDoneView, SetRoleRequest};
use breakwater_model::search::{CompletionView, SavedView, SavedViewRequest, TextMarksView};
use breakwater_model::succession::{SuccessionDoneView, SuccessionRequest};
use breakwater_model::watch::{VisitsView, WatchDoneView, WatchFactorView, WatchRequest};
use breakwater_model::{AccountId, DeclarationId, MergeId, SetId, SuccessionId};
use tauri::State;

/// A window of a list of accounts; its count may follow when the same is asked again.
#[tauri::command(async)]
#[specta::specta]
pub fn list_accounts(app: State<'_, App>, request: ListRequest) -> Answer<ListView> {
    app.ask(|session| list::first(session, &request))
}

/// Where an account stands in a list; null if it is not in it.
#[tauri::command(async)]
#[specta::specta]
pub fn account_index(
    app: State<'_, App>,
    request: ListRequest,
    id: AccountId,
) -> Answer<Option<u32>> {
    app.ask(|session| list::index(session, &request, id))
}

/// What can be typed into the search box at a cursor, counted in code points.
#[tauri::command(async)]
#[specta::specta]
pub fn complete_search(
    app: State<'_, App>,
    text: String,
    cursor: u32,
) -> Answer<Vec<CompletionView>> {
    app.ask(|session| search::complete(session, &text, cursor))
}

/// Where a search stands in the texts of an account.
#[tauri::command(async)]
#[specta::specta]
pub fn account_marks(
    app: State<'_, App>,
    id: AccountId,
    search: String,
) -> Answer<Vec<TextMarksView>> {
    app.ask(|session| search::marks(session, id, &search))
}

/// Lists kept by name, with how many accounts each holds.
#[tauri::command(async)]
#[specta::specta]
pub fn saved_views(app: State<'_, App>) -> Answer<Vec<SavedView>> {
    app.ask(saved::all)
}

/// Keeps these lists in place of those there were.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_views(app: State<'_, App>, views: Vec<SavedViewRequest>) -> Answer<()> {
    app.ask(|session| saved::keep(session, views))
}

/// What the filters offer, with counts.
#[tauri::command(async)]
#[specta::specta]
pub fn account_filters(app: State<'_, App>) -> Answer<FiltersView> {
    app.ask(list::filters)
}

/// One account, all of it.
#[tauri::command(async)]
#[specta::specta]
pub fn account(app: State<'_, App>, id: AccountId) -> Answer<AccountView> {
    app.ask(|session| read::read(session, id))
}

/// The account was looked at for two seconds or acted on: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn account_opened(app: State<'_, App>, id: AccountId) -> Answer<()> {
    app.ask(|session| consult::opened(session, id))
}

/// A run of accounts was flicked past: logged as one entry.
#[tauri::command(async)]
#[specta::specta]
pub fn accounts_flicked(app: State<'_, App>, ids: Vec<AccountId>) -> Answer<()> {
    app.ask(|session| consult::flicked(session, &ids))
}

/// Enters a translation.
#[tauri::command(async)]
#[specta::specta]
pub fn translate(app: State<'_, App>, request: TranslateRequest) -> Answer<TranslationView> {
    app.write("account", |session| translate::translate(session, &request))
}

/// Says what the person behind an account is to the case.
#[tauri::command(async)]
#[specta::specta]
pub fn set_role(app: State<'_, App>, request: SetRoleRequest) -> Answer<RoleDoneView> {
    app.write("accounts", |session| role::set(session, &request))
}

/// Live visits to an account over all officers, and whether it is watched.
#[tauri::command(async)]
#[specta::specta]
pub fn visits(app: State<'_, App>, account: AccountId) -> Answer<VisitsView> {
    app.ask(|session| watch::visits(session, account))
}

/// What is asked before an account is watched.
#[tauri::command(async)]
#[specta::specta]
pub fn watch_factors(app: State<'_, App>) -> Answer<Vec<WatchFactorView>> {
    app.ask(|_| watch::factors())
}

/// Says that an account is watched, under what authority or why none is needed.
#[tauri::command(async)]
#[specta::specta]
pub fn begin_watch(app: State<'_, App>, request: WatchRequest) -> Answer<WatchDoneView> {
    app.write("account", |session| watch::begin(session, &request))
}

/// Says that an account is watched no longer.
#[tauri::command(async)]
#[specta::specta]
pub fn end_watch(app: State<'_, App>, account: AccountId, why: String) -> Answer<WatchDoneView> {
    app.write("account", |session| watch::end(session, account, &why))
}

/// Opens the list of victims, children and third parties: the purpose is logged.
#[tauri::command(async)]
#[specta::specta]
pub fn open_kept_apart(app: State<'_, App>, purpose: String) -> Answer<()> {
    app.write("audit", |session| apart::open(session, &purpose))
}

/// Shuts that list.
#[tauri::command(async)]
#[specta::specta]
pub fn shut_kept_apart(app: State<'_, App>) -> Answer<()> {
    app.ask(|session| {
        apart::shut(session);
        Ok(())
    })
}

/// Writes a note.
#[tauri::command(async)]
#[specta::specta]
pub fn add_note(app: State<'_, App>, request: NoteRequest) -> Answer<NoteView> {
    app.write("account", |session| note::note(session, &request))
}

/// Puts text on the clipboard and gives it back; a working address is logged.
#[tauri::command(async)]
#[specta::specta]
pub fn copy_account(app: State<'_, App>, id: AccountId, kind: CopyKind) -> Answer<String> {
    let text = app.ask(|session| copy::copy(session, id, kind))?;
    app.outside.copy(text.clone())?;
    Ok(text)
}

/// Takes back one set of changes.
#[tauri::command(async)]
#[specta::specta]
pub fn undo(app: State<'_, App>, set: SetId) -> Answer<UndoneView> {
    app.write("accounts", |session| undo::undo(session, set))
}

/// Every tag of the case, with how many accounts bear it.
#[tauri::command(async)]
#[specta::specta]
pub fn account_tags(app: State<'_, App>) -> Answer<Vec<TagView>> {
    app.ask(tag::all)
}

/// Does one act on many accounts: all of it or nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn bulk_accounts(app: State<'_, App>, request: BulkRequest, job: String) -> Answer<BulkView> {
    app.write_long(
        &job,
        ("Changing accounts", "accounts"),
        |session, progress| bulk::bulk(session, &request, progress),
    )
}

/// Puts cells of a list on the clipboard and says how many rows it were: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn copy_cells(app: State<'_, App>, request: CopyCellsRequest) -> Answer<u32> {
    let text = app.ask(|session| cells::copy(session, &request))?;
    let rows = u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
    app.outside.copy(text)?;
    Ok(rows)
}

/// Sets the warnings of the account itself.
#[tauri::command(async)]
#[specta::specta]
pub fn warn_account(
    app: State<'_, App>,
    account: AccountId,
    warnings: Vec<WarningTag>,
) -> Answer<DoneView> {
    app.write("accounts", |session| {
        warn::warn(session, account, &warnings)
    })
}

/// Accounts that share something with this one.
#[tauri::command(async)]
#[specta::specta]
pub fn account_links(app: State<'_, App>, account: AccountId) -> Answer<LinksView> {
    app.ask(|session| links::links(session, account))
}

/// Every network of the case, the largest first.
#[tauri::command(async)]
#[specta::specta]
pub fn networks(app: State<'_, App>, job: String) -> Answer<Vec<NetworkView>> {
    app.work(&job, "Finding networks", links::networks)
}

/// Says of accounts that they are operated together, or apart.
#[tauri::command(async)]
#[specta::specta]
pub fn declare(app: State<'_, App>, request: DeclareRequest) -> Answer<DeclaredView> {
    app.write("networks", |session| declare::declare(session, &request))
}

/// Gives a declared network another name, or none.
#[tauri::command(async)]
#[specta::specta]
pub fn rename_network(
    app: State<'_, App>,
    id: DeclarationId,
    name: Option<String>,
) -> Answer<Option<SetId>> {
    app.write("networks", |session| {
        declare::rename(session, id, name.as_deref())
    })
}

/// Takes back what was said of who operates accounts.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back_declaration(
    app: State<'_, App>,
    id: DeclarationId,
    reason: String,
) -> Answer<SetId> {
    app.write("networks", |session| {
        declare::take_back(session, id, &reason)
    })
}

/// Puts one record of an account under another.
#[tauri::command(async)]
#[specta::specta]
pub fn merge_accounts(app: State<'_, App>, request: MergeRequest) -> Answer<MergeDoneView> {
    app.write("merges", |session| merge::merge(session, &request))
}

/// Takes a merge back.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back_merge(app: State<'_, App>, id: MergeId, reason: String) -> Answer<SetId> {
    app.write("merges", |session| merge::take_back(session, id, &reason))
}

/// Takes what a merged record says in a field for the account.
#[tauri::command(async)]
#[specta::specta]
pub fn choose_merged_field(
    app: State<'_, App>,
    account: AccountId,
    merge: MergeId,
    field: MergedField,
) -> Answer<Option<SetId>> {
    app.write("accounts", |session| {
        merge::choose(session, account, merge, field)
    })
}

/// Says of two accounts whether one is the other come back.
#[tauri::command(async)]
#[specta::specta]
pub fn say_succession(
    app: State<'_, App>,
    request: SuccessionRequest,
) -> Answer<SuccessionDoneView> {
    app.write("networks", |session| succession::say(session, &request))
}

/// Takes back what was said of two accounts.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back_succession(app: State<'_, App>, id: SuccessionId) -> Answer<SetId> {
    app.write("networks", |session| succession::take_back(session, id))
}
