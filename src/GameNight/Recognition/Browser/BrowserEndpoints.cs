using GameNight.Http;
using GameNight.Limits;
using GameNight.Models;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace GameNight.Recognition.Browser;

/// <summary>Which contestants a browser can be, and their model files.</summary>
public static class BrowserEndpoints
{
    /// <summary>A version never changes: whoever has its file need not ask again.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>How much of a file costs as much as a drawing.</summary>
    private const int BytesOfDrawing = 128 << 10;

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
        string algorithm, string version, HttpContext context, BrowserModels models, CallBudget budget, CancellationToken cancellation)
    {
        try
        {
            if (await models.FindAsync(algorithm, version, cancellation) is not { } manifest)
                return TypedResults.NotFound();
            var tag = new EntityTagHeaderValue($"\"{manifest.Sha256.ToLowerInvariant()}\"");
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
            {
                context.Response.Headers.CacheControl = ForEver;
                context.Response.GetTypedHeaders().ETag = tag;
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }

            // Also for a part of it: all is read, to be compared with the digest.
            if (await models.ReadAsync(manifest, bytes => budget.Charge(context, CostOf(bytes)), cancellation) is not { } model)
                return TypedResults.NotFound();
            context.Response.Headers.CacheControl = ForEver;
            return TypedResults.File(model, "application/octet-stream", enableRangeProcessing: true, entityTag: tag);
        }
        catch (ProblemException e) when (e is ModelRegistryException or BudgetSpentException)
        {
            return TypedResults.StatusCode(e.Status);
        }
    }

    /// <summary>In drawings. Forty people who load all that ship cost about a quarter of what an address has in a minute.</summary>
    private static int CostOf(long bytes) => 1 + (int)(bytes / BytesOfDrawing);
}
