using System.Net;
using GameNight.Configuration;
using GameNight.Experiments;
using GameNight.Identity;
using GameNight.Identity.Access;
using GameNight.ModelAdmin;
using GameNight.Models;
using GameNight.Observations;
using GameNight.Pages;
using GameNight.Play;
using GameNight.Recognition;
using GameNight.Retraining;
using GameNight.Scoreboard;

namespace GameNight.Hosting;

/// <summary>The game as a web application: what it consists of, in the order of the ring.</summary>
public static class Server
{
    /// <exception cref="InvalidSettingsException">Names every setting that is wrong.</exception>
    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory, ApplicationName = "GameNight" });
        builder.WebHost.UseStaticWebAssets();
        var options = GameOptions.Read(builder.Configuration);
        builder.Services.AddGame(options);
        builder.Services.AddPages();
        builder.Services.AddApi();
        builder.Services.AddRateLimit(options.RequestsPerMinute);
        var app = builder.Build();
        app.UseErrorPages();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseBodyLimit();
        app.UseAuthorization();
        app.UsePlayerCookie();
        app.MapPages();
        app.MapIdentity();
        var api = app.MapApi();
        api.MapRecognition();
        api.MapModelAdmin();
        api.MapPlay();
        api.MapExperiments();
        api.MapObservations();
        api.MapScoreboard();
        return app;
    }

    /// <summary>The features of the game, without the web server around them.</summary>
    public static void AddGame(this IServiceCollection services, GameOptions options)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddIdentity(options.Host, options.Folders);
        services.AddModels(options.Registry);
        services.AddRecognition(options.Registry);
        services.AddObservations(options.Store);
        services.AddRetraining(options.Training);
        services.AddTrainingService(options.Training);
        services.AddScoreboard(options.Folders);
        services.AddExperiments();
        services.AddPlay();
    }

    /// <summary>Where to play, and the link that makes whoever opens it first the host.</summary>
    public static void Greet(WebApplication app)
    {
        var here = Dns.GetHostName();
        var address = app.Urls.First().Replace("0.0.0.0", here, StringComparison.Ordinal).Replace("[::]", here, StringComparison.Ordinal);
        var host = app.Services.GetRequiredService<HostLink>();
        Console.WriteLine($"""

            Game Night with ML! is on:  {address}
            The host's link (works once): {address}{host.PathAndQuery}
            The host's token for programs: {(app.Configuration["GameNight:Host:Token"] is null ? host.Token : "the one in the settings")}

            """);
    }
}
