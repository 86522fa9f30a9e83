unless-present: new [=api.kind]Reconciler(
new [=api.kind]Reconciler(manager.client()).setupWith(manager);
