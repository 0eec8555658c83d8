using System.CommandLine;
using GameNight.Scoreboard;
using GameNight.Shell;

var root = new RootCommand("Game Night with ML! Draw a digit, machine-learning contestants guess, you say what was wrong.")
{
    ServeCommand.Create(),
    EvaluateCommand.Create(),
};
ServeCommand.Attach(root);

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or InvalidDataException or InvalidSettingsException or FormatException or OperationCanceledException)
{
    // What the person at the keyboard can mend; anything else is our mistake and shows where it happened.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
