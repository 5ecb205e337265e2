//! The tools, at the line's start on wide screens: eight for those who write, three for those who accompany, two for those who read.
//! Beside them what the tool in hand can be set to.

use super::{
    stage::{Tool, use_stage},
    words::drawn,
};
use crate::{
    board::{actions::COLOURS, state::Mode},
    locale::{Key, key, use_words},
    ui::{Glyph, Icon, press},
};
use board::record::Outline;
use leptos::prelude::*;

/// The rail.
#[component]
pub fn Rail() -> impl IntoView {
    let stage = use_stage();
    let words = use_words();
    let common = [(Tool::Select, Glyph::Cursor, key::BOARD_TOOL_SELECT, "V"), (Tool::Hand, Glyph::Hand, key::BOARD_TOOL_HAND, "H")];
    let more: &[(Tool, Glyph, Key, &'static str)] = match stage.board.mode {
        Mode::Write => &[
            (Tool::Note, Glyph::Note, key::BOARD_NOTE, "N"),
            (Tool::Text, Glyph::TextAa, key::BOARD_TOOL_TEXT, "T"),
            (Tool::Shape(Outline::Rectangle), Glyph::Rectangle, key::BOARD_TOOL_SHAPE, "S"),
            (Tool::Connector, Glyph::LineSegment, key::BOARD_TOOL_CONNECTOR, "C"),
            (Tool::Draw, Glyph::ScribbleLoop, key::BOARD_DRAW, "D"),
        ],
        Mode::Comment => &[(Tool::Remark, Glyph::ChatText, key::BOARD_REMARK, "C")],
        Mode::Read => &[],
    };
    view! {
        <div class="c-rail" role="toolbar" aria-orientation="vertical" aria-label=words.get(key::BOARD_TOOLS)>
            {common
                .iter()
                .chain(more)
                .map(|(tool, glyph, word, letter)| view! { <ToolButton tool=*tool glyph=*glyph word=*word letter /> }.into_any())
                .collect_view()}
            {(stage.board.mode == Mode::Write)
                .then(|| {
                    view! {
                        <button type="button" class="c-tool" on:click=press(move || stage.board.picker.set(true))>
                            <Icon glyph=Glyph::FrameCorners />
                            <span>{words.get(key::BOARD_SHEET)}</span>
                        </button>
                    }.into_any()
                })}
        </div>
        <Options />
    }
    .into_any()
}

#[component]
fn ToolButton(tool: Tool, glyph: Glyph, word: Key, letter: &'static str) -> impl IntoView {
    let stage = use_stage();
    let held = move || {
        stage.tool.with(|now| match (now, tool) {
            (Tool::Shape(_), Tool::Shape(_)) => true,
            (now, tool) => *now == tool,
        })
    };
    view! {
        <button
            type="button"
            class="c-tool"
            aria-pressed=move || if held() { "true" } else { "false" }
            aria-keyshortcuts=letter
            on:click=press(move || stage.tool.set(tool))
        >
            <Icon glyph />
            <span>{use_words().get(word)}</span>
        </button>
    }
    .into_any()
}

/// Outlines while a shape is to be drawn, and the colour of what is made next.
#[component]
fn Options() -> impl IntoView {
    let stage = use_stage();
    let words = use_words();
    view! {
        {move || {
            let shape = match stage.tool.get() {
                Tool::Shape(outline) => Some(outline),
                Tool::Note | Tool::Draw => None,
                Tool::Select | Tool::Hand | Tool::Text | Tool::Connector | Tool::Remark => return ().into_any(),
            };
            view! {
                <div class="c-options" role="group" aria-label=words.get(key::BOARD_COLOUR)>
                    {shape.map(|outline| view! { <Outlines outline /> }.into_any())}
                    <Swatches />
                </div>
            }
                .into_any()
        }}
    }
    .into_any()
}

#[component]
fn Outlines(outline: Outline) -> impl IntoView {
    let stage = use_stage();
    let words = use_words();
    let all = [
        (Outline::Rectangle, key::BOARD_SHAPE_RECTANGLE),
        (Outline::Ellipse, key::BOARD_SHAPE_ELLIPSE),
        (Outline::Diamond, key::BOARD_SHAPE_DIAMOND),
    ];
    view! {
        <div class="c-outlines">
            {all
                .into_iter()
                .map(|(other, word)| {
                    view! {
                        <button
                            type="button"
                            class="c-choice"
                            aria-pressed=if other == outline { "true" } else { "false" }
                            on:click=press(move || stage.tool.set(Tool::Shape(other)))
                        >
                            <svg viewBox="-4 -4 108 108" width="20" height="20" aria-hidden="true">
                                {drawn(other)}
                            </svg>
                            <span>{words.get(word)}</span>
                        </button>
                    }.into_any()
                })
                .collect_view()}
        </div>
    }
    .into_any()
}

/// All colours: of what is selected, and of what is made next.
#[component]
pub fn Swatches() -> impl IntoView {
    let stage = use_stage();
    let words = use_words();
    view! {
        <div class="colours" role="group" aria-label=words.get(key::BOARD_COLOUR)>
            {COLOURS
                .into_iter()
                .map(|(colour, name, word)| {
                    let word = words.get(word);
                    view! {
                        <button
                            type="button"
                            class=format!("colour colour-{name}")
                            aria-label=word
                            title=word
                            aria-pressed=move || if stage.colour.get() == colour { "true" } else { "false" }
                            on:click=press(move || stage.paint(colour))
                        ></button>
                    }.into_any()
                })
                .collect_view()}
        </div>
    }
    .into_any()
}
