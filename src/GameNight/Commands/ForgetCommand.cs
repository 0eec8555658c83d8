using System.CommandLine;
using GameNight.Hosting;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Models.Registry;
using GameNight.Observations;
using GameNight.Observations.Erasure;
using GameNight.Play;
using GameNight.Privacy;
using GameNight.Recognition;
using GameNight.Retraining;
using GameNight.Scoreboard;
using GameNight.Scoreboard.Projection;

namespace GameNight.Commands;

/// <summary><c>forget</c>: deletes everything that is kept of a player.</summary>
public static class ForgetCommand
{
    public static Command Create()
    {
        var player = new Argument<string>("player") { Description = "The player's number, which the page About shows to its player." };
        var command = new Command(
            "forget",
            "Delete everything that is kept of a player: drawings, answers, name, and what was learned for the player alone. A running "
            + "game forgets it within seconds. Takes settings as serve does.")
        {
            player,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(player), GameOptions.ReadFor([.. parsed.UnmatchedTokens]), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string player, GameOptions options, CancellationToken cancellation)
    {
        if (player == Players.Host)
        {
            await Console.Error.WriteLineAsync("The host is no player; name the player whose drawings are to be deleted.");
            return 1;
        }

        await using var services = Build(options);
        await services.GetRequiredService<PlayerErasure>().RequestAsync(player, cancellation);
        await services.GetRequiredService<ErasureSweep>().RunAsync(expired: false, cancellation);
        // Where no game runs, nobody else would.
        await services.GetRequiredService<FactFile>().ClearAsync(cancellation);
        Console.WriteLine("Nothing is left of this player here. Versions that have learned from the drawings stay as they are.");
        return 0;
    }

    private static ServiceProvider Build(GameOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(options.Clock);
        services.AddModels(options.Registry);
        services.AddContestants();
        services.AddStores(options.Store);
        services.AddRetraining(options.Training);
        services.AddPlayService();
        services.AddScoreboard(options.Folders, options.Replays);
        services.AddSingleton<Nicknames>();
        services.AddPrivacy();
        return services.BuildServiceProvider();
    }
}
