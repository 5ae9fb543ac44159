//! Every command the window may call, by area, declared once: the builder, the
//! TypeScript bindings and the window's permissions are made from this list.

#![allow(
    clippy::needless_pass_by_value,
    reason = "Tauri hands commands their arguments by value"
)]

use breakwater_model::ErrorView;

pub mod account;
pub mod audit;
pub mod case;
pub mod check_up;
pub mod checks;
pub mod directory;
pub mod evidence;
pub mod exchange;
pub mod letter;
pub mod lexicon;
pub mod lifecycle;
pub mod linguist;
pub mod office;
pub mod outcomes;
pub mod package;
pub mod paste;
pub mod referral;
pub mod register;
pub mod retention;
pub mod review;
pub mod screen;
pub mod second_review;
pub mod statistics;
pub mod template;

#[cfg(test)]
mod names;

/// What a command answers.
pub type Answer<T> = Result<T, ErrorView>;

/// All commands.
#[allow(clippy::too_many_lines, reason = "one line for each command")]
pub fn builder() -> tauri_specta::Builder<tauri::Wry> {
    tauri_specta::Builder::<tauri::Wry>::new().commands(tauri_specta::collect_commands![
        case::first_screen,
        case::judge_passphrase,
        case::choose,
        case::begin_case,
        case::save_recovery_key,
        case::confirm_case,
        case::abandon_case,
        case::open_case,
        case::open_demonstration,
        case::open_demonstration_as_second,
        case::forget_recent,
        case::session,
        case::lock,
        case::touch,
        case::area_counts,
        case::status_line,
        case::officers,
        case::set_officer,
        case::invite_officer,
        case::join_case,
        check_up::check_up,
        check_up::check_up_rows,
        check_up::copy_check_up_row,
        check_up::drop_check_up,
        check_up::keep_check_up,
        account::list_accounts,
        account::account_index,
        account::complete_search,
        account::account_marks,
        account::saved_views,
        account::keep_views,
        account::account_filters,
        account::account,
        account::account_opened,
        account::accounts_flicked,
        account::translate,
        account::set_role,
        account::visits,
        account::watch_factors,
        account::begin_watch,
        account::end_watch,
        account::open_kept_apart,
        account::shut_kept_apart,
        account::add_note,
        account::copy_account,
        account::undo,
        account::account_tags,
        account::bulk_accounts,
        account::copy_cells,
        account::warn_account,
        account::account_links,
        account::networks,
        account::declare,
        account::rename_network,
        account::take_back_declaration,
        account::merge_accounts,
        account::take_back_merge,
        account::choose_merged_field,
        account::say_succession,
        account::take_back_succession,
        review::today,
        review::exclusions,
        review::save_assessment_draft,
        review::decide,
        review::answer_hit,
        review::act,
        review::answer_action,
        review::duty_contacts,
        review::put_duty_contact,
        review::remove_duty_contact,
        second_review::second_reviews,
        second_review::blind_account,
        second_review::answer_second_review,
        second_review::disagreements,
        second_review::settle_disagreement,
        second_review::agreement,
        second_review::set_second_review_shares,
        evidence::evidence_rules,
        evidence::acknowledge_evidence_rules,
        evidence::list_exhibits,
        evidence::attach,
        evidence::attach_clipboard,
        evidence::thumbnail,
        evidence::open_exhibit,
        evidence::stop_exhibit,
        evidence::release_exhibit,
        evidence::tag_exhibit,
        evidence::export_exhibit,
        referral::referral_candidates,
        referral::draft_referral,
        referral::referral_linked,
        referral::list_referrals,
        referral::referral,
        referral::edit_referral,
        referral::remove_referral_item,
        referral::discard_referral,
        referral::export_referral,
        lifecycle::submit_referral,
        lifecycle::open_for_approval,
        lifecycle::open_referral_item,
        lifecycle::take_out_item,
        lifecycle::approve_referral,
        lifecycle::return_referral,
        lifecycle::ask_first,
        lifecycle::mark_referral_sent,
        lifecycle::acknowledge_referral,
        lifecycle::enter_outcome,
        lifecycle::take_back_outcome,
        lifecycle::withdraw_item,
        lifecycle::withdrawal_reasons,
        lifecycle::check_account,
        lifecycle::copy_referral_text,
        letter::prepare_letter,
        letter::edit_letter,
        letter::approve_letter,
        letter::return_letter,
        letter::discard_letter,
        letter::letters,
        letter::export_letter,
        letter::mark_letter_sent,
        letter::answer_letter,
        office::promise,
        office::end_promise,
        office::promises_on,
        office::hand_over,
        office::accept_handover,
        office::handovers,
        office::read_handover,
        office::print_handover,
        office::supervision,
        office::workload_by_person,
        office::report_account,
        retention::retention,
        retention::rehearse_erasure,
        retention::propose_erasure,
        retention::drop_erasure,
        retention::confirm_erasure,
        retention::erasure_certificate,
        retention::write_erasure_certificate,
        retention::set_hold,
        retention::set_retention_period,
        retention::release_hold,
        statistics::statistics_units,
        statistics::statistics,
        statistics::figure_rows,
        statistics::freeze_figure,
        statistics::frozen_figures,
        statistics::rederive_figure,
        statistics::compare_periods,
        statistics::trends,
        statistics::trend_rows,
        statistics::fairness,
        statistics::fair_rows,
        statistics::further_figures,
        statistics::enter_justice_fact,
        statistics::take_back_justice_fact,
        statistics::justice_facts,
        statistics::write_report,
        statistics::pooled_statistics,
        statistics::write_figures,
        statistics::write_chart,
        statistics::write_trend_chart,
        statistics::published_figures,
        statistics::publish_figure,
        statistics::correct_published,
        exchange::preview_import,
        exchange::commit_import,
        exchange::drop_preview,
        exchange::save_rejected,
        exchange::preview_rows,
        exchange::save_rows,
        exchange::mappings,
        exchange::save_mapping,
        exchange::rename_mapping,
        exchange::forget_mapping,
        exchange::share_mapping,
        exchange::take_mapping,
        exchange::list_batches,
        exchange::batch_accounts,
        exchange::undo_import,
        exchange::export_columns,
        exchange::export_ahead,
        exchange::export_csv,
        exchange::export_network,
        exchange::sharing_log,
        exchange::cancel,
        lexicon::lexicons,
        lexicon::lexicon_terms,
        lexicon::change_lexicon,
        lexicon::reset_lexicon,
        lexicon::preview_lexicon,
        lexicon::take_lexicon,
        lexicon::save_lexicon,
        lexicon::scoring,
        lexicon::set_bands,
        lexicon::score_anew,
        lexicon::calibration,
        lexicon::set_no_action_days,
        linguist::waiting_languages,
        linguist::give_texts,
        linguist::preview_translations,
        linguist::take_translations,
        linguist::save_rejected_translations,
        paste::look_up_links,
        paste::add_links,
        paste::copy_links,
        register::registers,
        register::register_hits,
        register::register_accounts,
        register::preview_register,
        register::import_register,
        outcomes::preview_outcomes,
        outcomes::import_outcomes,
        outcomes::save_rejected_outcomes,
        outcomes::save_outcomes_mapping,
        checks::rechecks,
        checks::record_check,
        checks::write_check_sheet,
        checks::take_check_answers,
        checks::look_at_shots,
        checks::take_shots,
        audit::list_audit,
        audit::verify_case,
        audit::work_items_out,
        directory::directory,
        directory::referral_channel,
        directory::change_directory,
        directory::reset_directory,
        directory::preview_directory,
        directory::take_directory,
        directory::save_directory,
        template::templates,
        template::preview_template,
        template::set_template,
        template::reset_template,
        package::package_card,
        package::save_package_card,
        package::colleagues,
        package::add_colleague,
        package::confirm_colleague,
        package::remove_colleague,
        package::pack_referral,
        package::open_package,
        package::sign_package,
        package::take_answer,
        screen::settings,
        screen::save_settings,
        screen::care,
        screen::take_break,
        screen::set_break_rule,
        screen::read_place,
        screen::save_place,
        screen::platforms,
    ])
}

#[cfg(test)]
mod tests {
    use super::names::NAMES;
    use std::collections::BTreeSet;
    use std::fs;

    fn expected() -> BTreeSet<String> {
        NAMES.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_command_is_named_once_for_the_permissions() {
        let folder = tempfile::tempdir().unwrap();
        let bindings = folder.path().join("bindings.ts");
        crate::bindings::write(&bindings).unwrap();
        let text = fs::read_to_string(bindings).unwrap();
        let asked = text
            .lines()
            .filter_map(|line| line.split_once(">(\"")?.1.split_once('"'));
        let asked: BTreeSet<String> = asked.map(|(name, _)| name.to_owned()).collect();
        assert_eq!(asked, expected());
        assert_eq!(NAMES.len(), expected().len());
    }

    #[test]
    fn window_may_call_the_commands_and_listen_and_no_more() {
        let text = include_str!("../../capabilities/main.json");
        let capability: serde_json::Value = serde_json::from_str(text).unwrap();
        let permissions = capability["permissions"].as_array().unwrap();
        let granted: BTreeSet<&str> = permissions
            .iter()
            .map(|permission| permission.as_str().unwrap())
            .collect();
        let mut allowed: BTreeSet<String> = expected()
            .iter()
            .map(|name| format!("allow-{}", name.replace('_', "-")))
            .collect();
        allowed.extend([
            "core:event:allow-listen".into(),
            "core:event:allow-unlisten".into(),
        ]);
        assert_eq!(granted, allowed.iter().map(String::as_str).collect());
        assert_eq!(capability["windows"], serde_json::json!(["main"]));
    }
}
