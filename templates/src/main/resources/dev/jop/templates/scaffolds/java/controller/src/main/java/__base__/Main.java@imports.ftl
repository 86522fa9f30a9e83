import [=api.controllers].[=api.kind]Reconciler;
