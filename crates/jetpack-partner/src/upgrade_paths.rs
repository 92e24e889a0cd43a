use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{Call, Error, Plan, SiteRef};

/// Which plans may be added to a site now, by family. The families are the API's: they are an open
/// map, and any one of the plans may be provisioned, after which one has to ask again
/// (partner-api.md §7).
pub type UpgradePaths = BTreeMap<String, Vec<Plan>>;

impl Call<'_> {
    /// Asks what a site may be upgraded to: `GET /rest/v1.3/jpphp/{site}/upgrade-paths`.
    pub async fn upgrade_paths(&mut self, site: &SiteRef) -> Result<UpgradePaths, Error> {
        let answer = self.get(&format!("rest/v1.3/jpphp/{site}/upgrade-paths")).await?;
        Ok(read(&answer))
    }
}

fn read(answer: &Map<String, Value>) -> UpgradePaths {
    let plans = |family: &Value| -> Option<Vec<Plan>> {
        let slugs = family.as_array()?.iter();
        Some(slugs.filter_map(|slug| slug.as_str()?.parse().ok()).collect())
    };
    answer
        .iter()
        .filter_map(|(family, slugs)| Some((family.clone(), plans(slugs)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn families_that_nobody_knows_yet_are_read() {
        let answer =
            json!({"jetpack-plans": ["personal", "premium"], "jetpack-new": ["jetpack-new-thing"], "x": 1});
        let paths = read(answer.as_object().unwrap());

        assert_eq!(paths.keys().collect::<Vec<_>>(), ["jetpack-new", "jetpack-plans"]);
        assert_eq!(paths["jetpack-plans"][1].as_str(), "premium");
    }
}
