//! SSH and FTP credentials that come after provisioning (partner-api.md §8).

use super::World;

impl World {
    /// Notes that credentials were stored. False when there is no such blog.
    pub(crate) fn save_credentials(&mut self, blog_id: u64) -> bool {
        let identifier = self.blogs.get(&blog_id);
        let site = identifier.and_then(|identifier| self.sites.get(identifier));
        let Some(mut site) = site.cloned() else {
            return false;
        };
        site.backup_credentials = true;
        self.revision += 1;
        self.store(site);
        true
    }
}
