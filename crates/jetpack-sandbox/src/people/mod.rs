//! Pages for people. Plain HTML; everything that came from outside is escaped.

mod authorize;
mod home;
mod tables;

pub(crate) use authorize::{approve, show};
pub(crate) use home::{connect, home};

use axum::response::Html;

const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1e1e1e}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .7rem .35rem 0;border-bottom:1px solid #ddd;vertical-align:top}
code{font-size:.9em;overflow-wrap:anywhere}
button{font:inherit;padding:.3rem .9rem;border:0;border-radius:4px;background:#069e08;color:#fff;cursor:pointer}
.pending{color:#8a5a00}.active{color:#007117}.cancelled,.lapsed,.note{color:#666}
footer{margin-top:3rem;border-top:1px solid #ddd;padding-top:.5rem;color:#666;font-size:.9rem}";

/// Makes text safe between tags and inside quoted attributes.
fn escape(text: &str) -> String {
    html_escape::encode_quoted_attribute(text).replace('\'', "&#x27;")
}

fn page(title: &str, body: &str) -> Html<String> {
    let title = escape(title);
    Html(format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style></head>\n\
         <body>\n<h1>{title}</h1>\n{body}\n\
         <footer>Jetpack sandbox: this is not WordPress.com.</footer></body></html>\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_escapes_a_tag_or_a_quoted_attribute() {
        let escaped = escape(r#"<a href='x' title="y">&"#);
        assert!(!escaped.contains(['<', '>', '"', '\'']), "{escaped}");
        assert_eq!(escape("&lt;"), "&amp;lt;");
    }
}
