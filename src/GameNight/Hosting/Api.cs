using System.Text.Json.Serialization;
using GameNight.Drawing.Sending;
using GameNight.Http;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Mvc;

namespace GameNight.Hosting;

/// <summary>
/// Sets up what all calls of the HTTP API share: JSON, problem details, the size of bodies, the description, health. Each feature
/// maps its own calls.
/// </summary>
public static class Api
{
    /// <summary>The largest body of a call, in bytes; a call may set its own.</summary>
    private const int MaxBody = 1 << 20;

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.Converters.Add(new SentInkConverter());
            json.SerializerOptions.Converters.Add(new SentImageConverter());
        });
        // In every environment, not only in development: ProblemHandler names the field.
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = StatusProblem.Complete);
        services.AddBodyLimit();
        services.AddApiDocument();
    }

    /// <returns>The group below <c>/api</c>, to which each feature maps its calls.</returns>
    public static RouteGroupBuilder MapApi(this WebApplication app)
    {
        app.MapApiDocument();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = ReadinessResponse.WriteAsync });
        return app.MapGroup(ApiPath.Root).WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }
}
