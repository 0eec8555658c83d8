# The same steps as ./run.sh, in two stages: what builds the game stays behind.
# The base images are named by tag, not by digest: their makers patch a tag every month, and a digest without a bot that
# renews it keeps the holes of its day. To pin one for a release that has to be built again exactly, take what this prints:
#   docker buildx imagetools inspect mcr.microsoft.com/dotnet/aspnet:10.0 --format '{{.Name}}@{{.Manifest.Digest}}'
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node:22-bookworm-slim /usr/local /usr/local
WORKDIR /game
COPY . .
# Only the packages that the lock files name.
RUN RestoreLockedMode=true ./run.sh --build-only

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# XGBoost trains the trees.
RUN apt-get update && apt-get install -y --no-install-recommends libxgboost0 && rm -rf /var/lib/apt/lists/*
WORKDIR /game
COPY --from=build /game/artifacts/app ./
COPY data/models ./data/models
# The one place that the game writes: observations and the keys that sign the players' cookies.
RUN mkdir -p data/local && chown -R $APP_UID data/local
VOLUME /game/data/local
USER $APP_UID
ENV URLS=http://+:8080
# Ten calls a second from one address, and a batch of 1,000 drawings is one call: plenty for a program, and no flood. The
# pages do not count. Behind a proxy all callers have the proxy's address: set it higher there, and limit in the proxy.
ENV GameNight__Api__RequestsPerMinute=600
EXPOSE 8080
# The image has no curl; bash can ask by itself.
HEALTHCHECK --interval=30s --timeout=3s --start-period=20s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["dotnet", "GameNight.dll"]
