//! A service and its surroundings: the questions are put as the module's PHP does, and the books are kept in memory.

use jetpack_sandbox::{CLIENT_ID, CLIENT_SECRET, Operation, Sandbox};
use jetpack_whmcs::{Action, Clients, Ini, Moment, Question, Row, Service, ServiceType, Settings, Standing};
use serde_json::{Value, json};

/// When all of this happens.
pub(crate) const NOW: Moment = 1_800_000_000;

/// One service of one client on the sandbox, its ledger's row, and those of others.
pub(crate) struct Given {
    pub(crate) sandbox: Sandbox,
    clients: Clients,
    /// What WHMCS hands over.
    pub(crate) params: Value,
    /// The database's clock.
    pub(crate) now: Moment,
    pub(crate) row: Row,
    pub(crate) others: Vec<Row>,
    /// The orphan whose plan the last call took over.
    pub(crate) released: Option<Row>,
    /// What the last call wrote to the module log.
    pub(crate) log: String,
    /// Keys that have provisioned something: id and secret.
    pub(crate) stored: Vec<(String, String)>,
    /// The hosting account's access, as PHP reads it.
    pub(crate) access: Value,
    /// What `logModuleCall` masks in the last call.
    pub(crate) masked: Vec<String>,
}

/// What came of pressing a button.
#[derive(Debug)]
pub(crate) struct Pressed {
    pub(crate) result: String,
    pub(crate) activity: Option<String>,
    /// The key of the text, and the address in it.
    pub(crate) details: Option<String>,
    pub(crate) standing: Standing,
    pub(crate) replace_key: bool,
    pub(crate) alert: bool,
}

impl Pressed {
    pub(crate) fn is_cancelled(&self) -> bool {
        matches!(self.standing, Standing::Cancelled { .. })
    }
}

impl Given {
    /// A service that was ordered for this site.
    pub(crate) async fn ordered(site: &str) -> Self {
        let service = Service {
            kind: ServiceType::Service,
            id: 7,
        };
        Self {
            sandbox: Sandbox::start().await,
            clients: Clients::default(),
            params: json!({
                "serviceid": 7, "userid": 3, "pid": 2,
                "configoption1": CLIENT_ID, "configoption2": CLIENT_SECRET, "configoption3": "personal",
                "customfields": {"Site URL": site, "Local User": "admin"},
            }),
            now: NOW,
            row: Row {
                standing: Standing::None,
                ..Row::new(1, service)
            },
            others: Vec::new(),
            released: None,
            log: String::new(),
            stored: Vec::new(),
            access: Value::Null,
            masked: Vec::new(),
        }
    }

    pub(crate) fn stands(mut self, standing: Standing) -> Self {
        self.row.standing = standing;
        self
    }

    pub(crate) fn field(&mut self, name: &str, value: &str) {
        self.params["customfields"][name] = json!(value);
    }

    pub(crate) fn option(&mut self, number: u8, value: &str) {
        self.params[format!("configoption{number}")] = json!(value);
    }

    /// The last call's worker died before it could settle.
    pub(crate) fn interrupt(&mut self, action: Action) {
        self.row.site = self.params["customfields"]["Site URL"]
            .as_str()
            .and_then(|site| site.parse().ok());
        self.row.plan = Some("personal".parse().unwrap());
        self.row.partner_id = CLIENT_ID.to_owned();
        self.row.under_way = Some(action);
    }

    pub(crate) async fn create(&mut self) -> Pressed {
        self.press(Action::Create).await
    }

    pub(crate) async fn terminate(&mut self) -> Pressed {
        self.press(Action::Terminate).await
    }

    /// Presses a button and keeps what came of it.
    pub(crate) async fn press(&mut self, action: Action) -> Pressed {
        let asked = json!({"action": action, "params": self.params, "settings": {}});
        let order = match self.put("order", asked).await {
            answer if answer["order"].is_null() => return self.refused(&answer["refusal"]),
            mut answer => answer["order"].take(),
        };
        let claimed = self
            .put("claim", json!({"order": order, "found": self.found()}))
            .await;
        self.write(&claimed["row"]);
        if !claimed["left_behind"].is_null() {
            let mut left = claimed["left_behind"].clone();
            left["id"] = json!(99);
            self.others.push(serde_json::from_value(left).unwrap());
        }
        if claimed["intent"].is_null() {
            self.tell(&claimed);
            return self.pressed(&claimed);
        }
        if claimed["store_key"] == json!(true) && self.stored.is_empty() {
            let option = |number| self.params[number].as_str().unwrap_or_default().to_owned();
            self.stored
                .push((option("configoption1"), option("configoption2")));
        }
        let acted = self.act(&claimed["intent"]).await;
        self.write(&acted["row"]);
        self.released = serde_json::from_value(acted["released"].clone()).unwrap();
        self.log = format!("{}\n{}", acted["log"]["request"], acted["log"]["response"]);
        self.masked = serde_json::from_value(acted["log"]["secrets"].clone()).unwrap();
        self.tell(&acted);
        self.pressed(&acted)
    }

    async fn act(&mut self, intent: &Value) -> Value {
        let key = |from: &str, id: &Value, secret: &Value| json!({"from": from, "partner_id": id, "secret": secret});
        let own = key(
            "order",
            &self.params["configoption1"],
            &self.params["configoption2"],
        );
        let stored = self
            .stored
            .iter()
            .map(|(id, secret)| key("stored", &json!(id), &json!(secret)));
        let keys: Vec<Value> = stored.chain([own]).collect();
        let given = json!({"intent": intent, "keys": keys, "access": self.access});
        self.put("act", given).await
    }

    pub(crate) async fn put(&mut self, question: &str, given: Value) -> Value {
        let settings = Settings::read(&Ini {
            api_url: self.sandbox.url().to_owned(),
            deadline: "3".to_owned(),
            ..Ini::default()
        });
        match Question::put(question, given, settings) {
            Question::Answered(answer) => answer,
            Question::Talk(talk) => talk.run(&self.clients).await,
        }
    }

    pub(crate) fn found(&self) -> Value {
        json!({
            "now": self.now, "clock": self.now, "row": self.row, "others": self.others,
            "holder_is_gone": true, "token": "t", "holder": "h",
        })
    }

    /// As the ledger does: only over the version that was read.
    fn write(&mut self, columns: &Value) {
        if !columns.is_null() {
            let row: Row = serde_json::from_value(columns.clone()).unwrap();
            assert_eq!(row.version, self.row.version + 1);
            self.row = row;
        }
    }

    /// As PHP does once the owner's field is written.
    fn tell(&mut self, answer: &Value) {
        if !answer["report"]["details"].is_null() && !answer["told"].is_null() {
            let mut row = serde_json::to_value(&self.row).unwrap();
            for (name, value) in answer["told"].as_object().unwrap() {
                row[name] = value.clone();
            }
            self.write(&row);
        }
    }

    fn pressed(&self, answer: &Value) -> Pressed {
        let report = &answer["report"];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Pressed {
            result: text(&report["result"]).unwrap_or_default(),
            activity: text(&report["activity"]),
            details: text(&report["details"]["key"])
                .map(|key| format!("{key} {}", text(&report["details"]["url"]).unwrap())),
            standing: self.row.standing.clone(),
            replace_key: answer["replace_key"] == json!(true),
            alert: report["alert"] == json!(true),
        }
    }

    fn refused(&self, sentence: &Value) -> Pressed {
        Pressed {
            result: sentence.as_str().unwrap().to_owned(),
            ..self.pressed(&Value::Null)
        }
    }

    pub(crate) fn cancels(&self) -> usize {
        self.sandbox.requests_to(Operation::Cancel).len()
    }

    pub(crate) fn provisions(&self) -> usize {
        self.sandbox.requests_to(Operation::Provision).len()
    }
}
