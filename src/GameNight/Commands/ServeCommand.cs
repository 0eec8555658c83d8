using System.CommandLine;
using GameNight.Background;
using GameNight.Hosting;

namespace GameNight.Commands;

/// <summary><c>serve</c>: runs the game's web server. It is also what happens without a verb.</summary>
public static partial class ServeCommand
{
    public static Command Create() =>
        Attach(new Command("serve", "Serve the game. Takes --urls URL and any setting, e.g. --GameNight:DataFolder=PATH."));

    /// <summary>Lets a command, such as the root command, serve.</summary>
    public static Command Attach(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        if (settings is [[not '-', ..], ..])
        {
            await Console.Error.WriteLineAsync($"There is no verb \"{settings[0]}\"; --help lists them.");
            return 1;
        }

        await using var app = Server.Build(settings);
        await app.StartAsync(cancellation);
        Greeting.Print(app);
        using var ended = new CancellationTokenSource();
        var tidying = TidyAsync(app, ended.Token);
        try
        {
            await app.WaitForShutdownAsync(cancellation);
        }
        finally
        {
            await ended.CancelAsync();
            await tidying;
        }

        return 0;
    }

    private static async Task TidyAsync(WebApplication app, CancellationToken ended)
    {
        try
        {
            await SpareMemory.ReturnAtRestAsync(app.Services.GetRequiredService<TimeProvider>(), ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The game ends without a rest.
        }
        catch (Exception e)
        {
            // It plays on with more memory than it needs.
            LogUntidy(app.Logger, e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What only the start needed could not be given back to the system")]
    private static partial void LogUntidy(ILogger logger, Exception exception);
}
