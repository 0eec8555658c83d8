using GameNight.Backup;
using GameNight.Configuration;
using GameNight.Experiments;
using GameNight.Identity;
using GameNight.Identity.Access;
using GameNight.Joining;
using GameNight.Limits;
using GameNight.ModelAdmin;
using GameNight.Models.Registry;
using GameNight.Monitoring;
using GameNight.Observations;
using GameNight.Pages;
using GameNight.Play;
using GameNight.Privacy;
using GameNight.Recognition;
using GameNight.Retraining;
using GameNight.Rookie;
using GameNight.Rooms;
using GameNight.Scoreboard;

namespace GameNight.Hosting;

/// <summary>Builds the game as a web application: the features, what surrounds each request, and the pages and calls.</summary>
public static class Server
{
    /// <exception cref="InvalidSettingsException">Names every setting that is wrong.</exception>
    public static WebApplication Build(string[] settings)
    {
        var builder = CreateBuilder(settings);
        var options = GameOptions.Read(builder.Configuration);
        options.Folders.Protect();
        builder.Services.AddBackup(options.Folders);
        builder.Services.AddGame(options);
        builder.Services.AddPages();
        builder.Services.AddApi();
        builder.Services.AddMonitoring(options.Monitoring);
        builder.Logging.AddFormat(options.Monitoring);

        var app = builder.Build();
        options.Proxy.Use(app);
        app.UseSecurityHeaders();
        app.UseRequestForm();
        app.UseErrorPages();
        app.UseRouting();
        app.UseOriginCheck();
        app.UseCallers();
        app.UseRateLimit(options.RequestsPerMinute, options.Limits);
        app.UseBodyPace();
        app.UseTokenCheck();
        app.UseAuthorization();
        app.UseBodyLimit();
        app.UsePlayerCookie();

        app.MapPages();
        app.MapModelFiles();
        app.MapMonitoring();
        var api = app.MapApi();
        api.MapRecognition();
        api.MapModelAdmin();
        api.MapRookie();
        api.MapPlay();
        api.MapRooms();
        api.MapExperiments();
        api.MapObservations();
        api.MapScoreboard();
        api.MapPrivacy();
        return app;
    }

    /// <summary>The features of the game, without the web server around them.</summary>
    public static void AddGame(this IServiceCollection services, GameOptions options)
    {
        services.AddSingleton<TimeProvider>(options.Clock);
        services.AddIdentity(options.Host, options.Folders, isShared: options.Store.Table is not null);
        services.AddLimits(options.Limits, options.Folders);
        services.AddJoining(options.Join);
        services.AddModels(options.Registry);
        services.AddRecognition(options.Registry, options.Browser);
        services.AddObservations(options.Store);
        services.AddRetraining(options.Training);
        services.AddTrainingService(options.Training);
        services.AddRookie();
        services.AddScoreboard(options.Folders, options.Replays);
        services.AddExperiments();
        services.AddPlay();
        services.AddRooms(options.Rooms, options.Folders);
        services.AddPrivacy();
    }

    /// <summary>Collects the settings from appsettings.json, appsettings.ENVIRONMENT.json, the environment and the command line.</summary>
    /// <exception cref="InvalidSettingsException">Names every argument that is no setting.</exception>
    internal static WebApplicationBuilder CreateBuilder(IReadOnlyList<string> settings)
    {
        SettingArguments.Check(settings);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. settings],
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = "GameNight",
        });
        builder.WebHost.UseStaticWebAssets();
        return builder;
    }
}
