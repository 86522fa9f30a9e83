# Packs what `make build` has built; nothing is downloaded but the base image.
ARG BASE_IMAGE=[=versions.baseImage]
FROM ${BASE_IMAGE}
WORKDIR /app
COPY target/lib lib
COPY target/manager.jar manager.jar
USER 65532:65532
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-jar", "/app/manager.jar"]
