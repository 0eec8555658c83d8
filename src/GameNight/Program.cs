using System.CommandLine;
using GameNight.Commands;
using GameNight.Configuration;
using GameNight.Http;
using GameNight.Native.OnnxRuntime;
using GameNight.Native.XGBoost;

var root = new RootCommand("Game Night with ML! Draw a digit, machine-learning contestants guess, you say what was wrong.")
{
    ServeCommand.Create(),
    FetchMnistCommand.Create(),
    FetchInkCommand.Create(),
    TrainBaseCommand.Create(),
    RetrainCommand.Create(),
    TuneCommand.Create(),
    ImportCommand.Create(),
    CheckModelCommand.Create(),
    ExportCommand.Create(),
    BackupCommand.Create(),
    RestoreCommand.Create(),
    ForgetCommand.Create(),
    EvaluateCommand.Create(),
    SimulateCommand.Create(),
    SimulateCrowdCommand.Create(),
};
ServeCommand.Attach(root);

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is ProblemException or InvalidSettingsException or XgbLibraryMissingException or OrtLibraryMissingException
    or IOException or InvalidDataException or FormatException or UnauthorizedAccessException or OperationCanceledException)
{
    // What the person at the keyboard can mend; anything else is our mistake and shows where it happened.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
