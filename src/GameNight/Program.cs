using System.CommandLine;
using GameNight.Commands;
using GameNight.Configuration;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Native.XGBoost;
using GameNight.Recognition.Guessing;
using GameNight.Storage;

var root = new RootCommand("Game Night with ML! Draw a digit, machine-learning contestants guess, you say what was wrong.")
{
    ServeCommand.Create(),
    FetchMnistCommand.Create(),
    TrainBaseCommand.Create(),
    RetrainCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    EvaluateCommand.Create(),
    SimulateCommand.Create(),
    SimulateCrowdCommand.Create(),
};
ServeCommand.Attach(root);

try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or InvalidDataException or InvalidSettingsException or ModelRegistryException or InvalidModelException
    or StoreException or ContestantUnavailableException or UnauthorizedAccessException or FormatException or OperationCanceledException
    or XgbLibraryMissingException or OrtLibraryMissingException)
{
    // What the person at the keyboard can mend; anything else is our mistake and shows where it happened.
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
