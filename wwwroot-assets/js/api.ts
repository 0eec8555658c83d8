// The page /api: Swagger UI over the game's own description. Nothing is asked of any other server.
declare const SwaggerUIBundle: (options: object) => unknown;

SwaggerUIBundle({
  url: 'openapi/v1.json',
  dom_id: '#api',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  persistAuthorization: false,
  syntaxHighlight: false,
  tryItOutEnabled: true,
  validatorUrl: null,
});
