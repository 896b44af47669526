"""The hosts that a correction or an addition may cite: those who decide what is true, not those who retell it.

Read by study_blocks.py.
"""

HOSTS = frozenset({
    # Kubernetes, its specifications, KEPs and source
    "kubernetes.io", "github.com", "kubernetes-csi.github.io", "gateway-api.sigs.k8s.io", "etcd.io", "coredns.io", "containerd.io",
    # Cloud native definitions and standards
    "www.cncf.io", "glossary.cncf.io", "opencontainers.org", "opentelemetry.io", "opengitops.dev", "datatracker.ietf.org",
    # The projects that the notes name, on themselves
    "prometheus.io", "istio.io", "linkerd.io", "helm.sh", "argo-cd.readthedocs.io", "docs.docker.com", "docs.tigera.io", "docs.cilium.io",
    "kubevirt.io", "rook.io", "docs.ceph.com", "dev.mysql.com", "www.postgresql.org", "redis.io", "attic.apache.org",
    # Linux on itself
    "man7.org", "docs.kernel.org", "wiki.musl-libc.org",
})
