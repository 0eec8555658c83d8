using GameNight.Http;
using GameNight.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace GameNight.Recognition.Browser;

/// <summary>Which contestants a browser can be, and their model files.</summary>
public static class BrowserEndpoints
{
    /// <summary>A version never changes: whoever has its file need not ask again.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    private static BrowserModel Example { get; } = new(
        "k-means",
        "1",
        "/models/k-means/1/model.onnx",
        Bytes: 328_901,
        "c84226ae7970f291a5ce42b414800d77b57cc17e87584ee1472ee509a9750be5",
        new ModelInput("image", ModelLayout.Nchw, Scale: 1.0 / 255),
        new ModelOutput("probabilities", OutputKind.Probabilities));

    /// <summary>The list belongs to the API; it says where the files are.</summary>
    public static void Map(RouteGroupBuilder algorithms) => algorithms.MapGet("/in-browser", ListAsync)
        .WithName("ListAlgorithmsInBrowser").WithSummary("Who can guess in a browser")
        .WithDescription("Versions in service whose model file anybody may load: where it is, and how to feed it. "
            + "The host decides which (`GameNight:Browser:Models`).")
        .WithExample(() => new[] { Example });

    /// <summary>The files are beside the pages, so that a page without the API's rules can load and keep them.</summary>
    public static void MapFiles(WebApplication app) =>
        app.MapMethods("/models/{algorithm}/{version}/" + ModelPackage.ModelFile, [HttpMethods.Get, HttpMethods.Head], ReadAsync)
            .ExcludeFromDescription();

    private static async Task<Ok<IReadOnlyList<BrowserModel>>> ListAsync(
        BrowserModels models, HttpContext context, CancellationToken cancellation)
    {
        // Who comes back wants to know what is in service now.
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Ok(await models.ListAsync(cancellation));
    }

    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> ReadAsync(
        string algorithm, string version, HttpContext context, BrowserModels models, CancellationToken cancellation)
    {
        try
        {
            if (await models.ReadAsync(algorithm, version, cancellation) is not var (manifest, model))
                return TypedResults.NotFound();
            context.Response.Headers.CacheControl = ForEver;
            var tag = new EntityTagHeaderValue($"\"{manifest.Sha256.ToLowerInvariant()}\"");
            return TypedResults.File(model, "application/octet-stream", enableRangeProcessing: true, entityTag: tag);
        }
        catch (ModelRegistryException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
