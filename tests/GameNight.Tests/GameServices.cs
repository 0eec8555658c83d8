using System.Security.Claims;
using GameNight.Hosting;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Tests.Play;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace GameNight.Tests;

/// <summary>Registers the game's services for tests of pages and components, as the server does.</summary>
internal static class GameServices
{
    /// <summary>Adds all services. A service that the test registers afterwards replaces the game's.</summary>
    /// <param name="services">The services.</param>
    /// <param name="contestants">The contestants, and the data folder.</param>
    /// <param name="store">The observations.</param>
    public static void AddGame(this IServiceCollection services, ContestantsFixture contestants, IObservationStore store)
    {
        services.AddLogging();
        // bUnit registers a service that throws, and the game registers its own only if there is none.
        services.RemoveAll<IAuthorizationService>();
        // The user is unknown, unless the test cascades another state.
        services.AddCascadingValue(_ => Task.FromResult(new AuthenticationState(new ClaimsPrincipal())));
        services.AddGame(GameOptions.ReadFor([$"--GameNight:DataFolder={contestants.DataFolder}", "--GameNight:TimeZone=UTC"]));
        services.AddSingleton(contestants.Library);
        services.AddSingleton(contestants.Contestants);
        services.AddSingleton(contestants.Deployment);
        services.AddSingleton(store);
    }

    /// <summary>Records what the components log. To be called after all else that registers logging.</summary>
    public static LogRecorder AddLogRecorder(this IServiceCollection services)
    {
        var log = new LogRecorder();
        services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log]));
        services.AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        return log;
    }

    /// <summary>Adds only the policies, for components that need no other service of the game.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.RemoveAll<IAuthorizationService>();
        services.AddSingleton(TimeProvider.System);
        services.TryAddSingleton<IDocumentStore, FailingDocuments>();
        services.AddAccess(new HostTokenOptions(Token: null));
    }
}
