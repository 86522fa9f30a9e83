// Serves the answers of the HTTP benchmark by TLS, as an API server would: HTTP/1.1, a certificate of its own
// authority, answers of more than 128 KiB compressed for those who take it. Says where it listens in a file.
package main

import (
	"bytes"
	"compress/gzip"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	if len(os.Args) != 3 {
		log.Fatal("usage: tlsserver AUTHORITY-FILE ADDRESS-FILE")
	}
	certificate := selfSigned(os.Args[1])
	object := []byte(`{"kind":"ConfigMap","metadata":{"name":"a","uid":"` + strings.Repeat("0123456789", 195) + `"}}`)
	list := []byte(`{"items":[` + strings.TrimSuffix(strings.Repeat(string(object)+",", 500), ",") + `]}`)
	var compressed bytes.Buffer
	writer, _ := gzip.NewWriterLevel(&compressed, 1)
	writer.Write(list)
	writer.Close()

	mux := http.NewServeMux()
	mux.HandleFunc("/object", func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		w.Header().Set("Content-Type", "application/json")
		w.Write(object)
	})
	mux.HandleFunc("/list", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(compressed.Bytes())
		} else {
			w.Write(list)
		}
	})

	listening, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	server := http.Server{Handler: mux, TLSConfig: &tls.Config{
		Certificates: []tls.Certificate{certificate}, NextProtos: []string{"http/1.1"}}}
	address := fmt.Sprintf("https://localhost:%d", listening.Addr().(*net.TCPAddr).Port)
	if err := os.WriteFile(os.Args[2], []byte(address), 0o600); err != nil {
		log.Fatal(err)
	}
	log.Fatal(server.ServeTLS(listening, "", ""))
}

func selfSigned(file string) tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		log.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "benchmark"}, DNSNames: []string{"localhost"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		log.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}
