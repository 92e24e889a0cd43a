//! Pages for people. Plain HTML; maud escapes everything that came from outside.

mod authorize;
mod guide;
mod home;
mod tables;

pub(crate) use authorize::{approve, show};
pub(crate) use home::{connect, home};

use maud::{DOCTYPE, Markup, PreEscaped, html};

fn page(title: &str, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                h1 { (title) }
                (body)
                footer { "Jetpack sandbox: this is not WordPress.com." }
            }
        }
    }
}
