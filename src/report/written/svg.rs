//! Bars and scales as SVG, whose lengths are shares of the place that they are given.
//!
//! A bar is a thick line, so that it is equally high however high its row is. What is told by its tone is told by its
//! pattern, so that it can be printed in black: solid, striped, or only dotted.

use super::document::{Bar, Picture, Tone};
use crate::markup::escape;

/// Appends a bar. Its title is its label, its description what it says.
pub(super) fn bar(picture: &Picture, bar: &Bar, out: &mut String) {
    let (filled, whole) = bar.shares(picture.end);
    out.push_str("<svg role=\"img\"><title>");
    escape(&bar.label, out);
    out.push_str("</title><desc>");
    escape(&bar.text, out);
    out.push_str("</desc>");
    let (class, from) = match bar.tone {
        Tone::Met => ("met", filled),
        Tone::Missed => ("missed", filled),
        Tone::Open => ("open", 1.0),
    };
    if whole > filled && bar.tone != Tone::Open {
        across("whole", filled, whole, out);
    }
    across(class, 0.0, from, out);
    for mark in &picture.marks {
        upright(mark.at / picture.end, out);
    }
    if bar.is_cut(picture.end) {
        out.push_str("<text class=\"cut\" x=\"100%\" y=\"50%\" dx=\"-3\" dy=\".35em\" text-anchor=\"end\">»</text>");
    }
    out.push_str("</svg>");
}

/// Appends the names of the places on the scale.
pub(super) fn scale(picture: &Picture, out: &mut String) {
    out.push_str("<svg role=\"img\"><title>");
    escape(&picture.title, out);
    out.push_str("</title><desc>");
    escape(&picture.note, out);
    out.push_str("</desc>");
    for mark in &picture.marks {
        let at = mark.at / picture.end;
        let anchor = match at {
            at if at <= 0.0 => "start",
            at if at >= 1.0 => "end",
            _ => "middle",
        };
        out.push_str(&format!("<text x=\"{}\" y=\"1em\" text-anchor=\"{anchor}\">", percent(at)));
        escape(&mark.name, out);
        out.push_str("</text>");
    }
    out.push_str("</svg>");
}

fn across(class: &str, from: f64, to: f64, out: &mut String) {
    let (from, to) = (percent(from), percent(to));
    out.push_str(&format!("<line class=\"{class}\" x1=\"{from}\" y1=\"50%\" x2=\"{to}\" y2=\"50%\"/>"));
}

fn upright(at: f64, out: &mut String) {
    let at = percent(at);
    out.push_str(&format!("<line class=\"mark\" x1=\"{at}\" y1=\"0\" x2=\"{at}\" y2=\"100%\"/>"));
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}
