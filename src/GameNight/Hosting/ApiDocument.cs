using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Sending;
using GameNight.Drawing.Strokes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GameNight.Hosting;

/// <summary>
/// The description of the API at <c>/openapi/v1.json</c> (OpenAPI 3.1), and the parts of Swagger UI with which the page <c>/api</c>
/// shows it. Endpoints bring their own examples, tags and parameters, see <see cref="Http.OpenApiConventions"/>.
/// </summary>
public static class ApiDocument
{
    /// <summary>The folder with the parts of Swagger UI.</summary>
    private const string Viewer = "swagger-ui";

    private const string About = """
        Draw a digit, hear what the contestants make of it, mark it, read the score.

        **A drawing** has one of three forms. `strokes` are what a pen makes: a list of strokes, each a list of points `[x, y]` or
        `[x, y, t]`, in any unit, y down, t in milliseconds. Place, size and pen do not matter. `image` is 784 numbers from 0 (paper)
        to 255 (ink), 28 rows of 28 from the top, and is taken as it is: use it for MNIST's own images. `png` is a PNG file in base64,
        dark on light, light on dark or on nothing; it is cropped, scaled and centred.

        **What goes wrong** is answered with problem details (RFC 9457), `application/problem+json`: `status`, `title`, a `detail`
        in words, and in `errors` the fields that are meant.

        **The host** alone changes the models and reads all observations. Send the token that the server prints at its start, or the
        one in its settings, as `Authorization: Bearer TOKEN`.
        """;

    /// <summary>What each status means, in all calls that answer it.</summary>
    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["400"] = "The body or a parameter isn't what it should be; `errors` names the field.",
        ["401"] = "The bearer token isn't the host's.",
        ["403"] = "Neither the host nor the player whom it concerns.",
        ["404"] = "There is no such algorithm, version, observation or training run.",
        ["409"] = "The version is in service, ships with the game, or can't go on shadow; `detail` says which.",
        ["413"] = "A body has at most 1 MB, that of a batch 8 MB.",
        ["422"] = "The drawing is blank, or the version can't serve.",
        ["429"] = "More requests a minute than this server takes from one client.",
        ["503"] = "The algorithm, the model registry or the store of drawings isn't available right now.",
    };

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(api =>
    {
        api.CreateSchemaReferenceId = json => json.Type.IsGenericType && json.Type.GetGenericTypeDefinition() == typeof(Sent<>)
            ? null
            : OpenApiOptions.CreateDefaultSchemaReferenceId(json);
        api.AddDocumentTransformer((document, _, _) => Introduce(document));
        api.AddSchemaTransformer((schema, context, _) => Describe(schema, context.JsonTypeInfo.Type));
        api.AddOperationTransformer((operation, context, _) => Explain(operation, context));
    });

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi();
        // Only for its script and style, which the page /api uses. Its own page shows the same.
        app.UseSwaggerUI(viewer =>
        {
            viewer.RoutePrefix = Viewer;
            viewer.SwaggerEndpoint("/openapi/v1.json", "Game Night with ML!");
        });
    }

    private static Task Introduce(OpenApiDocument document)
    {
        document.Info.Title = "Game Night with ML!";
        document.Info.Description = About;
        document.Info.License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" };
        // The address at which the description was read: behind a proxy the server does not know its own.
        document.Servers = [new OpenApiServer { Url = "/" }];
        ApiSecurity.Describe(document);
        return Task.CompletedTask;
    }

    /// <summary>Describes the types that have a form of their own in JSON.</summary>
    private static Task Describe(OpenApiSchema schema, Type jsonType)
    {
        var type = Nullable.GetUnderlyingType(jsonType) ?? jsonType;
        static OpenApiSchema List(OpenApiSchema of) => new() { Type = JsonSchemaType.Array, Items = of };
        static OpenApiSchema Numbers() => List(new() { Type = JsonSchemaType.Number, Format = "double" });
        if (type == typeof(Sent<Ink>))
        {
            (schema.Type, schema.Items) = (JsonSchemaType.Array | JsonSchemaType.Null, List(Numbers()));
        }
        else if (type == typeof(Sent<DigitImage>))
        {
            (schema.Type, schema.Items) = (JsonSchemaType.Array | JsonSchemaType.Null, Numbers().Items);
        }
        else if (type == typeof(Ink))
        {
            var strokes = List(List(List(new() { Type = JsonSchemaType.Number })));
            (schema.Type, schema.Items) = (strokes.Type, strokes.Items);
            schema.Description = "Strokes of [x, y] or [x, y, t]; null where the drawing came as pixels.";
        }
        else if (type == typeof(DigitImage))
        {
            (schema.Type, schema.Items) = (JsonSchemaType.Array, new OpenApiSchema { Type = JsonSchemaType.Integer });
            schema.Description = "784 numbers 0–255, row by row, 0 = paper, 255 = ink.";
        }
        else if (type == typeof(JsonElement))
        {
            schema.Type = JsonSchemaType.Boolean | JsonSchemaType.Number | JsonSchemaType.String
                | JsonSchemaType.Object | JsonSchemaType.Array;
            schema.Description = "Any JSON.";
        }

        return Task.CompletedTask;
    }

    private static Task Explain(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        foreach (var (status, response) in operation.Responses ?? [])
            response.Description = Meanings.GetValueOrDefault(status, response.Description ?? "");
        if (operation.Responses?.TryGetValue("429", out var limited) is true && limited is OpenApiResponse refusal)
        {
            refusal.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "Seconds to wait.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            };
        }

        ApiSecurity.Describe(operation, context);
        return Task.CompletedTask;
    }
}
