// +kubebuilder:webhookconfiguration:mutating=true,name=corpus-mutating-webhooks
// +kubebuilder:webhookconfiguration:mutating=false,name=corpus-validating-webhooks

package webhook
