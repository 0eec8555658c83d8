using GameNight.Hosting;
using GameNight.Observations.Store;
using GameNight.Tests.Play;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests;

/// <summary>The game as the server registers it, without the server: for a page or a component by itself.</summary>
internal static class GameServices
{
    /// <param name="services">Gets everything; what is registered afterwards takes the place of what is there.</param>
    /// <param name="contestants">Who guesses, and the folder for everything that the game keeps.</param>
    /// <param name="store">The observations.</param>
    public static void AddGame(this IServiceCollection services, ContestantsFixture contestants, IObservationStore store)
    {
        services.AddLogging();
        services.AddGame(GameOptions.ReadFor([$"--GameNight:DataFolder={contestants.DataFolder}"]));
        services.AddSingleton(contestants.Library);
        services.AddSingleton(contestants.Contestants);
        services.AddSingleton(contestants.Deployment);
        services.AddSingleton(store);
    }
}
