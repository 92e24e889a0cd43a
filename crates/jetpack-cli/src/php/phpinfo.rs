//! What `phpinfo()` prints: as text, or as a page by php-cgi, which knows no other form.

use std::borrow::Cow;

/// The lines of it.
#[derive(Debug)]
pub(super) struct Info {
    lines: Vec<String>,
}

/// Between a name and its value.
const ARROW: &str = " => ";

/// What stands for nothing.
const NOTHING: [&str; 3] = ["(none)", "no value", ""];

impl Info {
    pub(super) fn new(printed: &str) -> Self {
        let text = match printed.contains("<td class=\"e\">") {
            true => Cow::Owned(from_page(printed)),
            false => Cow::Borrowed(printed),
        };
        Self {
            lines: text.lines().map(|line| line.trim_end().to_owned()).collect(),
        }
    }

    /// What is set for a name, where that is something: of a setting that is "local => master", the local one.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        value_among(&self.lines, name)
    }

    /// The same of what has a line for each.
    pub(super) fn list(&self, name: &str) -> Vec<String> {
        let Some(start) = self.lines.iter().position(|line| is_of(line, name)) else {
            return Vec::new();
        };
        let mut all = Vec::new();
        for line in &self.lines[start..] {
            let part = line
                .split_once(ARROW)
                .map_or(line.as_str(), |(_, part)| part)
                .trim();
            all.push(part.trim_end_matches(',').to_owned());
            if !part.ends_with(',') {
                break;
            }
        }
        all.retain(|part| !NOTHING.contains(&part.as_str()));
        all
    }

    /// A value in the section of an extension, which is there where that is loaded.
    pub(super) fn of_module(&self, module: &str, name: &str) -> Option<&str> {
        let start = self.lines.iter().position(|line| line == module)?;
        value_among(&self.lines[start..], name)
    }

    /// PHP's warnings about an extension, in one line.
    pub(super) fn complaint(&self, module: &str) -> Option<String> {
        const END: &str = " in Unknown on line 0";
        let text = self.lines.join(" ");
        let warnings = text
            .split("Warning: ")
            .skip(1)
            .filter_map(|rest| rest.split_once(END));
        let mut about = warnings
            .map(|(warning, _)| warning)
            .filter(|warning| warning.contains(module));
        let words: Vec<&str> = about.next()?.split_whitespace().collect();
        Some(words.join(" ").trim_start_matches("PHP Startup: ").to_owned())
    }
}

fn is_of(line: &str, name: &str) -> bool {
    line.strip_prefix(name)
        .is_some_and(|rest| rest.starts_with(ARROW))
}

fn value_among<'a>(lines: &'a [String], name: &str) -> Option<&'a str> {
    let line = lines.iter().find(|line| is_of(line, name))?;
    let value = line[name.len() + ARROW.len()..].split(ARROW).next()?.trim();
    (!NOTHING.contains(&value)).then_some(value)
}

/// The page's cells as the text has them.
fn from_page(page: &str) -> String {
    let page = page.replace("</td><td class=\"v\">", ARROW);
    let mut text = String::new();
    let mut rest = page.as_str();
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    // The page has a blank at the end of each cell.
    html_escape::decode_html_entities(&text.replace(&format!(" {ARROW}"), ARROW)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_from_the_text_and_from_the_page() {
        let text = Info::new(
            "PHP Version => 8.2.36\nLoaded Configuration File => (none)\nAdditional .ini files parsed => /a.ini,\n/b.ini\n\n\
             disable_functions => exec,proc_open => exec\n\njetpack_bridge\n\nversion => 0.1.0\n",
        );
        let page = Info::new(
            "<tr><td class=\"e\">PHP Version </td><td class=\"v\">8.2.36 </td></tr>\n\
             <tr><td class=\"e\">Loaded Configuration File </td><td class=\"v\">(none) </td></tr>\n\
             <tr><td class=\"e\">Additional .ini files parsed </td><td class=\"v\">/a.ini,\n/b.ini\n </td></tr>\n\
             <tr><td class=\"e\">disable_functions</td><td class=\"v\">exec,proc_open</td><td class=\"v\">exec</td></tr>\n\
             <h2><a name=\"module_jetpack_bridge\" href=\"#module_jetpack_bridge\">jetpack_bridge</a></h2>\n\
             <tr><td class=\"e\">version </td><td class=\"v\">0.1.0 </td></tr>\n",
        );
        for info in [text, page] {
            assert_eq!(info.value("PHP Version"), Some("8.2.36"), "{info:?}");
            assert_eq!(info.value("Loaded Configuration File"), None, "{info:?}");
            assert_eq!(
                info.list("Additional .ini files parsed"),
                ["/a.ini", "/b.ini"],
                "{info:?}"
            );
            assert_eq!(
                info.value("disable_functions"),
                Some("exec,proc_open"),
                "{info:?}"
            );
            assert_eq!(
                info.of_module("jetpack_bridge", "version"),
                Some("0.1.0"),
                "{info:?}"
            );
            assert_eq!(info.of_module("other", "version"), None);
        }
    }

    #[test]
    fn phps_own_words_about_the_extension_are_found_among_others() {
        let info = Info::new(
            "\nWarning: PHP Startup: Unable to load dynamic library 'other' (tried: x) in Unknown on line 0\n\n\
             Warning: PHP Startup: jetpack_bridge: Unable to initialize module\n\
             Module compiled with module API=20240924\nPHP    compiled with module API=20220829\n\
             These options need to match\n in Unknown on line 0\nphpinfo()\n",
        );
        assert_eq!(
            info.complaint("jetpack_bridge").as_deref(),
            Some(
                "jetpack_bridge: Unable to initialize module Module compiled with module API=20240924 PHP compiled with \
                 module API=20220829 These options need to match"
            )
        );
        assert_eq!(info.complaint("nothing"), None);
    }
}
