using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using GameNight.Http;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GameNight.Observations.Transfer;

/// <summary>Gives the host the observations: page by page, or all in one stream.</summary>
public static class ObservationEndpoints
{
    public const string Jsonl = "application/x-ndjson";
    public const string Csv = "text/csv";

    private const int DefaultLimit = 100;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/observations").WithTag("Observations", "What was played, for the host to take along.")
            .RequireAuthorization(HostPolicy.Name).ProducesProblem(401).ProducesProblem(403);
        group.MapGet("", ListAsync).WithName("ListObservations").WithSummary("Read the observations")
            .WithDescription(
                "Oldest first, page by page, each with the label that it has now; those that the host has set aside are `excluded`. "
                + "For the host.")
            .WithExample(() => new ObservationsResponse([ExampleObservation.Create()], "1"))
            .ProducesProblem(400).ProducesProblem(503);
        group.MapGet("/export", ExportAsync).WithName("ExportObservations").WithSummary("Export the observations")
            .WithDescription(
                "All in one stream, oldest first. `jsonl` is every observation, one JSON object a line, as in the list; "
                + "`csv` the labelled ones that the host has not set aside as `label,p0,…,p783`, without a header. "
                + "A stream that breaks off ends in an error of the connection, never like a complete one. For the host.")
            .WithExample(() => JsonSerializer.Serialize(ExampleObservation.Create(), JsonSerializerOptions.Web), Jsonl)
            .WithExample(() => $"7,{string.Join(',', ExampleObservation.Create().Image.ToNumbers())}", Csv)
            .Produces<string>(StatusCodes.Status200OK, Jsonl, Csv).ProducesProblem(400).ProducesProblem(503);
    }

    private static async Task<Results<Ok<ObservationsResponse>, ValidationProblem>> ListAsync(
        IObservationStore store, CancellationToken cancellation,
        [Description("The `next` of the page before; from the start where it is not given.")] string? after = null,
        [Description("At most so many."), Range(1, ObservationPage.MaxLimit)] int limit = DefaultLimit)
    {
        if (limit is < 1 or > ObservationPage.MaxLimit)
            return Problems.Invalid("limit", $"A page has 1 to {ObservationPage.MaxLimit:N0} observations.");
        try
        {
            var page = await store.ReadAsync(string.IsNullOrEmpty(after) ? null : after, limit, cancellation);
            return TypedResults.Ok(new ObservationsResponse(page.Items, page.Items.Count > 0 ? page.Next : null));
        }
        catch (ArgumentException e) when (e.ParamName == nameof(after))
        {
            return Problems.Invalid("after", "That's no cursor: take the `next` of the page before.");
        }
    }

    private static Results<PushStreamHttpResult, ValidationProblem> ExportAsync(
        HttpContext context, IObservationStore store, [Description("`jsonl`, which is the default, or `csv`.")] string? format = null)
    {
        // A failure before the first byte becomes problem details; one after it ends the connection before the body is complete.
        Results<PushStreamHttpResult, ValidationProblem> Stream(ExportFormat chosen, string type, string name) => TypedResults.Stream(
            body => ObservationExport.WriteAsync(store, chosen, body, progress: null, context.RequestAborted), type, name);
        return format switch
        {
            null or "jsonl" => Stream(ExportFormat.Jsonl, Jsonl, "observations.jsonl"),
            "csv" => Stream(ExportFormat.Csv, Csv, "observations.csv"),
            _ => Problems.Invalid("format", "A format is jsonl or csv."),
        };
    }
}
