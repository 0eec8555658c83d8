using System.Net;
using GameNight.Configuration;
using GameNight.Identity;
using GameNight.Models;
using GameNight.Observations;
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
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddModels(options.ModelsFolder, options.Registry);
        builder.Services.AddRecognition(options.Registry.Poll);
        builder.Services.AddPlay(options.HostToken, options.DataFolder);
        builder.Services.AddObservations(options.DataFolder, options.Table);
        builder.Services.AddTraining(options.Training);
        builder.Services.AddTrainingLoop(options.Training);
        builder.Services.AddScoreboard(options.DataFolder);
        builder.Services.AddShell();
        builder.Services.AddApi();
        builder.Services.AddRateLimit(options.RequestsPerMinute);

        var app = builder.Build();
        app.UseErrorPages();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UsePlayers();
        app.UseBodyLimit();
        app.MapShell();
        app.MapApi();
        HostLink.Map(app);
        return app;
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
