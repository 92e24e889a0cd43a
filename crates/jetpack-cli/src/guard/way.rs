//! The way to a file, as it lies on the disk.

use std::collections::VecDeque;
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// More links than that on one way are a circle.
const MOST_LINKS: usize = 8;

#[derive(Debug)]
pub(super) struct Way {
    /// Every folder and link on it, and what is at its end.
    pub(super) steps: Vec<PathBuf>,
    /// Where the name lies that was given, should that be a link.
    pub(super) named: PathBuf,
    /// What it leads to, there or not.
    pub(super) end: PathBuf,
}

impl Way {
    /// # Errors
    ///
    /// The link that is one too many.
    pub(super) fn to(path: &Path) -> Result<Self, PathBuf> {
        let path = std::path::absolute(path).map_err(|_| path.to_owned())?;
        let mut way = Self {
            steps: vec![PathBuf::from("/")],
            named: path.clone(),
            end: PathBuf::from("/"),
        };
        let mut left: VecDeque<OsString> = names(&path);
        let (mut links, mut named) = (0, left.len());
        while let Some(name) = left.pop_front() {
            if name == "/" {
                way.end = PathBuf::from("/");
                continue;
            }
            if name == ".." {
                way.end.pop();
                continue;
            }
            let step = way.end.join(&name);
            if !way.steps.contains(&step) {
                way.steps.push(step.clone());
            }
            if left.is_empty() && named > 0 {
                way.named.clone_from(&step);
                named = 0;
            }
            let Ok(target) = fs::read_link(&step) else {
                way.end = step;
                continue;
            };
            links += 1;
            if links > MOST_LINKS {
                return Err(step);
            }
            for name in names(&target).into_iter().rev() {
                left.push_front(name);
            }
        }
        Ok(way)
    }
}

/// Its parts: `/`, `..`, and names.
fn names(path: &Path) -> VecDeque<OsString> {
    let parts = path.components().filter(|part| *part != Component::CurDir);
    parts.map(|part| part.as_os_str().to_owned()).collect()
}
