using GameNight.Http;
using GameNight.Identity.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Logging.Console;

namespace GameNight.Monitoring;

/// <summary>Registers and maps what tells the host how the game does.</summary>
public static class MonitoringFeature
{
    public static void AddMonitoring(this IServiceCollection services, MonitoringOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<RecentErrors>();
        services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecentErrors>());
        services.AddSingleton<GameHealth>();
        services.AddSingleton<GameGauges>();
        services.AddSingleton<MetricsCollector>();
        if (options.Otlp is { } collector)
            services.AddHostedService(_ => new OtlpExport(collector));
    }

    /// <summary>Has the log written as one JSON object a line, where that is set.</summary>
    public static void AddFormat(this ILoggingBuilder logging, MonitoringOptions options)
    {
        if (!options.JsonLogs)
            return;
        logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        logging.AddConsole(console => console.FormatterName = ConsoleFormatterNames.Json);
    }

    public static void MapMonitoring(this WebApplication app)
    {
        // From the start, so that nothing is missed until somebody asks.
        app.Services.GetRequiredService<MetricsCollector>();
        app.Services.GetRequiredService<GameGauges>();
        app.MapGet(ApiPath.Metrics, ReadAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadAsync(
        HttpContext context, MonitoringOptions options, MetricsCollector metrics, IAuthorizationService authorization)
    {
        if (!options.Allows(context.Connection.RemoteIpAddress)
            && !(await authorization.AuthorizeAsync(context.User, context, HostPolicy.Name)).Succeeded)
        {
            return TypedResults.Problem(
                "Only the host may read the metrics, and the addresses that the setting GameNight:Metrics:Allow names.",
                statusCode: StatusCodes.Status403Forbidden);
        }

        return TypedResults.Text(metrics.Write(), MetricsCollector.ContentType);
    }
}
