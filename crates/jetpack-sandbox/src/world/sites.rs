//! Finding sites and writing them back, with every index in step.

use super::{Site, World};

impl World {
    /// Finds a site by its identifier or its blog id (partner-api.md §5.1).
    pub(crate) fn site(&self, name: &str) -> Option<&Site> {
        // No host is all digits.
        match name.parse::<u64>() {
            Ok(id) => self
                .blogs
                .get(&id)
                .and_then(|identifier| self.sites.get(identifier)),
            Err(_) => self.sites.get(name),
        }
    }

    pub(crate) fn site_count(&self) -> usize {
        self.sites.size()
    }

    /// Sites, newest first.
    pub(crate) fn newest_sites(&self) -> impl Iterator<Item = &Site> {
        self.by_age
            .values()
            .rev()
            .filter_map(|identifier| self.sites.get(identifier))
    }

    /// The one place where a site is written.
    pub(super) fn store(&mut self, mut site: Site) {
        let identifier = site.address.identifier.clone();
        if let Some(old) = self.sites.get(&identifier).cloned() {
            self.count_live(&old, false);
        }
        if site.number == 0 {
            site.number = self.by_age.size() as u64 + 1;
            self.by_age.insert_mut(site.number, identifier.clone());
        }
        if let Some(id) = site.blog_id
            && !self.blogs.contains_key(&id)
        {
            self.blogs.insert_mut(id, identifier.clone());
        }
        self.count_live(&site, true);
        self.sites.insert_mut(identifier, site);
    }

    /// Gives a site that WordPress.com has reached its blog.
    pub(super) fn reached(&mut self, site: &mut Site) -> u64 {
        site.resolves = true;
        *site.blog_id.get_or_insert_with(|| {
            let id = self.next_blog_id;
            self.next_blog_id += 1;
            id
        })
    }

    /// Connects a site, as its owner would. False when nobody has heard of it.
    pub(crate) fn connect(&mut self, name: &str) -> bool {
        let today = self.today;
        self.change(name, |site| site.connect(today))
    }

    /// Lets a site's name resolve, so that a blog exists. False when nobody has heard of it.
    pub(crate) fn resolve(&mut self, name: &str) -> bool {
        self.change(name, |_| {})
    }

    fn change(&mut self, name: &str, change: impl FnOnce(&mut Site)) -> bool {
        let Some(mut site) = self.site(name).cloned() else {
            return false;
        };
        self.revision += 1;
        self.reached(&mut site);
        change(&mut site);
        self.store(site);
        true
    }
}
