resources:
- manager.yaml
