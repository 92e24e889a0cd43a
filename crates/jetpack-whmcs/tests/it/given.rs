//! A service and its surroundings, as the module's PHP would hand them over.

use std::collections::BTreeMap;
use std::time::Duration;

use jetpack_partner::{Client, Deadline, Trust};
use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Sandbox};
use jetpack_whmcs::{Moment, Order, Outcome, Params, Row, Standing, create_account, terminate_account};

/// When all of this happens.
pub(crate) const NOW: Moment = 1_800_000_000;

#[derive(Default)]
struct Texts(BTreeMap<&'static str, String>);

impl Params for Texts {
    fn text(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn texts(&self, key: &str) -> Vec<(String, String)> {
        let fields = ["Site URL", "Local User"];
        let own = |name: &&str| Some(((*name).to_owned(), self.0.get(*name)?.clone()));
        if key == "customfields" {
            fields.iter().filter_map(own).collect()
        } else {
            Vec::new()
        }
    }
}

/// One service of one client on the sandbox, and what its ledger's row says.
pub(crate) struct Given {
    pub(crate) sandbox: Sandbox,
    client: Client,
    /// What the service's fields say now.
    pub(crate) order: Order,
    site: String,
    standing: Standing,
    interrupted: bool,
    /// The key that the ledger says provisioned.
    pub(crate) partner_id: String,
}

impl Given {
    /// A service that was ordered for this site.
    pub(crate) async fn ordered(site: &str) -> Self {
        let sandbox = Sandbox::start().await;
        let params = [
            ("serviceid", "7"),
            ("userid", "3"),
            ("pid", "2"),
            ("configoption1", CLIENT_ID),
            ("configoption2", CLIENT_SECRET),
            ("configoption3", "personal"),
            ("Site URL", site),
            ("Local User", "admin"),
        ];
        let params = Texts(params.map(|(key, value)| (key, value.to_owned())).into());
        let order = Order::read(&params, &Texts::default()).unwrap();
        Self {
            client: Client::new(
                sandbox.url().parse().unwrap(),
                &Trust::System,
                order.credentials.clone(),
            )
            .unwrap(),
            sandbox,
            order,
            site: site.to_owned(),
            standing: Standing::None,
            interrupted: false,
            partner_id: CLIENT_ID.to_owned(),
        }
    }

    pub(crate) fn stands(mut self, standing: Standing) -> Self {
        self.standing = standing;
        self
    }

    /// The last call's worker died before it could settle.
    pub(crate) fn interrupt(&mut self) {
        self.interrupted = true;
    }

    /// Presses Create and keeps what came of it, as the ledger would.
    pub(crate) async fn create(&mut self) -> Outcome {
        let mut call = self.client.call(Deadline::after(Duration::from_secs(3)));
        let outcome = create_account(&self.order, &self.row(), &mut call, NOW).await;
        self.settle(&outcome);
        outcome
    }

    /// Presses Terminate and keeps what came of it.
    pub(crate) async fn terminate(&mut self) -> Outcome {
        let mut call = self.client.call(Deadline::after(Duration::from_secs(3)));
        let outcome = terminate_account(&self.order, &self.row(), &mut call).await;
        self.settle(&outcome);
        outcome
    }

    fn settle(&mut self, outcome: &Outcome) {
        self.standing = outcome.standing.clone();
        self.interrupted = false;
    }

    fn row(&self) -> Row {
        let mut row = BTreeMap::from([
            ("state", self.standing.as_str().to_owned()),
            ("interrupted", u8::from(self.interrupted).to_string()),
            ("site", self.site.clone()),
            ("plan", "personal".to_owned()),
            ("partner_id", self.partner_id.clone()),
        ]);
        if let Standing::Pending { next_url, until } = &self.standing {
            row.insert("next_url", next_url.clone().unwrap_or_default());
            row.insert("pending_until", until.to_string());
        }
        Row::read(&Texts(row)).unwrap()
    }
}
