using System.Text.Json.Serialization;
using GameNight.Play;
using GameNight.Recognition;
using GameNight.Scoreboard;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;

namespace GameNight.Shell;

/// <summary>The HTTP API as a whole: one policy for JSON, errors, sizes and documentation; the features map their own calls.</summary>
public static class Api
{
    /// <summary>A request's body, in bytes.</summary>
    private const int MaxBody = 1 << 20;

    private const string Ready = "contestants";

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.AllowDuplicateProperties = false;
        });
        // Binding errors become exceptions, so that Problems can name the field in every environment.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<Problems>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context => context.ProblemDetails.Detail ??= Problems.Explain(context.HttpContext));
        services.AddHealthChecks().AddCheck<SomebodyInService>(Ready);
        services.AddOpenApi(api => api.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Game Night with ML!";
            document.Info.Description = "Draw a digit, hear what the contestants make of it, mark it, read the score.";
            return Task.CompletedTask;
        }));
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        RecognitionEndpoints.Map(api);
        PlayEndpoints.Map(api);
        ScoreboardEndpoints.Map(api);
        app.MapOpenApi();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }
}
