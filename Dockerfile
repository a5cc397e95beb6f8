# syntax=docker/dockerfile:1

# The current Node LTS. For a release, pin the image by digest:
#   docker build --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:… .
# No digest stands here: one that nobody looked up is worse than none.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS builder
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
# No package's own install script runs: the native parts come inside the packages.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY .swcrc ./
COPY scripts ./scripts
COPY migrations ./migrations
COPY schema ./schema
COPY web ./web
COPY src ./src
RUN node scripts/build.mjs && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM ${NODE_IMAGE}
ENV NODE_ENV=production \
    DATA_DIR=/data \
    PORT=4000
WORKDIR /hub
COPY --from=builder /hub/node_modules ./node_modules
COPY --from=builder /hub/dist ./dist
COPY package.json LICENSE ./
COPY data ./data
COPY samples ./samples
COPY schema ./schema
# Only /data is written to (and /tmp, by the readers of documents): the rest may be mounted read-only.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/cli/main.js", "serve"]
