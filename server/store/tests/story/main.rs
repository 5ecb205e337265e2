//! One story of the store, told on SQLite and on PostgreSQL alike: people come in, found ventures, work on boards, are answered, are counted.
//! It uses what the store offers and never looks into its tables; what only a raw connection can bring about stands in [`ground`].
#![allow(missing_docs)]

mod accounts;
mod before;
mod boards;
mod classes;
mod condition;
mod feedback;
mod files;
mod gates;
mod ground;
mod joining;
mod notices;
mod office;
mod portfolio;
mod reports;
mod sharing;
mod together;
mod town;
mod traffic;
mod ventures;

use town::{Engine, Town};

#[tokio::test]
async fn the_story_on_sqlite() {
    tell(Engine::Sqlite).await;
}

#[tokio::test]
async fn the_story_on_postgresql() {
    tell(Engine::Postgres).await;
}

/// The chapters, in their order: each builds on the town that the ones before have left.
async fn tell(engine: Engine) {
    let town = Town::found(engine).await;
    accounts::a_card_opens_once_and_a_passphrase_afterwards(&town).await;
    accounts::wrong_tries_wait_whether_the_account_exists_or_not(&town).await;
    accounts::a_reset_ends_sessions_and_is_for_ones_own_group(&town).await;
    accounts::a_name_is_taken_once_among_those_without_a_card(&town).await;
    accounts::sessions_end_after_thirty_days(&town).await;
    accounts::groups_are_found_by_who_asks(&town).await;
    let venture = ventures::a_venture_is_made_once(&town).await;
    ventures::two_race_for_the_fifth_place(&town, venture).await;
    ventures::a_venture_changes_and_signs_gates(&town, venture).await;
    gates::a_gate_is_asked_for_refused_and_signed_once(&town, venture).await;
    gates::a_signature_is_taken_back_within_a_day(&town, venture).await;
    gates::a_venture_stands_aside_and_is_taken_up(&town, venture).await;
    gates::who_asks_is_told_to_who_signs(&town, venture).await;
    boards::a_device_has_one_number_and_a_person_one(&town, venture).await;
    boards::a_refused_operation_stands_beside_accepted_ones(&town, venture).await;
    boards::a_push_sent_again_changes_nothing(&town, venture).await;
    boards::two_edits_of_one_text_both_stay(&town, venture).await;
    boards::who_was_away_gets_what_is_missing(&town, venture).await;
    boards::one_broken_board_fails_no_other(&town, venture).await;
    let thread = feedback::a_thread_is_opened_once(&town, venture).await;
    feedback::the_turn_goes_back_and_forth(&town, thread).await;
    feedback::counts_follow(&town, venture).await;
    feedback::a_place_tells_what_became_of_it(&town, venture).await;
    feedback::a_past_is_brought_in_once(&town, venture).await;
    portfolio::counts_leave_their_own_filter_out(&town).await;
    portfolio::pages_are_sorted_and_scoped(&town).await;
    files::a_self_check_is_its_owners(&town).await;
    files::a_day_has_one_self_check(&town).await;
    files::a_picture_belongs_to_a_venture(&town, venture).await;
    sharing::a_link_opens_for_thirty_days_or_until_it_is_ended(&town, venture).await;
    traffic::each_persons_month_is_their_own(&town).await;
    accounts::a_list_comes_in_whole_or_not_at_all(&town).await;
    condition::a_database_says_how_it_is(&town).await;
    let tarz = joining::a_code_is_good_for_seven_days_or_until_the_next(&town).await;
    joining::who_may_see_a_venture_is_who_is_named(&town, tarz).await;
    joining::a_team_is_never_emptied_unawares(&town, tarz, venture).await;
    let class = classes::a_group_has_one_class_at_a_time(&town).await;
    classes::an_empty_sheet_comes_once_and_nothing_else_with_it(&town, &class, venture).await;
    classes::a_class_that_nobody_ends_runs_out(&town).await;
    classes::a_class_ends_once_and_is_remembered(&town, &class).await;
    classes::figures_count_each_trainee_once(&town).await;
    classes::cards_are_renewed_for_those_who_have_not_entered(&town).await;
    office::the_lists_say_what_the_rule_says(&town).await;
    office::a_group_without_a_mentor_is_given_one(&town).await;
    office::a_mentor_is_taken_out_and_is_free_for_another_group(&town).await;
    office::a_venture_is_found_by_how_it_stands(&town, venture).await;
    office::a_wall_and_a_file_show_what_the_filter_leaves(&town).await;
    notices::staff_write_and_a_mentor_answers(&town, venture).await;
    reports::a_report_is_sent_once_and_read_by_the_nearest(&town, thread).await;
    reports::what_is_met_at_a_place_is_listed_without_what_is_ones_own(&town, venture, thread).await;
    reports::a_mentor_is_met_where_they_accompany_and_nowhere_else(&town).await;
    reports::a_redaction_covers_the_words_for_everybody(&town, thread).await;
    reports::a_name_and_a_picture_are_taken_out(&town, venture).await;
    reports::a_persons_name_is_corrected_by_who_keeps_the_list(&town).await;
    reports::a_name_that_was_corrected_since_is_told_and_never_settles_itself(&town).await;
    reports::a_person_sends_twenty_a_day(&town, venture).await;
    office::a_name_is_corrected(&town).await;
    if engine == Engine::Postgres {
        together::two_servers_hear_each_other(&town, venture).await;
        together::two_servers_write_one_log(&town, venture).await;
    }
}
