//! Colours, and whether there are any.

use std::io;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Effects, Style};

use crate::arguments::ColorWhen;

pub(crate) const HEADING: Style = Style::new().bold();
pub(crate) const LABEL: Style = AnsiColor::Cyan.on_default();
pub(crate) const FAINT: Style = Style::new().dimmed();
pub(crate) const REMOVED: Style = AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH);
pub(crate) const ADDED: Style = AnsiColor::Green.on_default();
pub(crate) const NOTE: Style = AnsiColor::Yellow.on_default();

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    Plain,
    Colors,
}

impl Paint {
    /// As asked for, or as `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` and the terminal have it.
    pub(crate) fn of(when: ColorWhen, stdout: &io::Stdout) -> Self {
        let choice = match when {
            ColorWhen::Auto => AutoStream::choice(stdout),
            ColorWhen::Always => ColorChoice::Always,
            ColorWhen::Never => ColorChoice::Never,
        };
        if choice == ColorChoice::Never { Self::Plain } else { Self::Colors }
    }

    /// The style, where there are any.
    pub(crate) fn style(self, style: Style) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Colors => style,
        }
    }

    pub(crate) fn paint(self, text: &str, style: Style) -> String {
        let style = self.style(style);
        format!("{style}{text}{style:#}")
    }
}
