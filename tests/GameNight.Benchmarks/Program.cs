using System.CommandLine;
using System.Reflection;
using BenchmarkDotNet.Running;
using GameNight.Benchmarks.Cost;
using GameNight.Benchmarks.Endurance.Balanced;
using GameNight.Benchmarks.Endurance.Party;
using GameNight.Benchmarks.Endurance.Practice;
using GameNight.Benchmarks.Endurance.Requests;
using GameNight.Benchmarks.Endurance.Rooms;
using GameNight.Benchmarks.Endurance.Siege;
using GameNight.Benchmarks.Endurance.Soak;
using GameNight.Benchmarks.Endurance.Start;
using GameNight.Benchmarks.Fooling;
using GameNight.Benchmarks.Gate;
using GameNight.Benchmarks.LabelNoise;
using GameNight.Benchmarks.Observations;
using GameNight.Benchmarks.Observations.Ceiling;
using GameNight.Benchmarks.Personal;
using GameNight.Benchmarks.Recognition;
using GameNight.Benchmarks.Rookie;
using GameNight.Benchmarks.Rooms;
using GameNight.Benchmarks.Scoreboard;
using GameNight.Benchmarks.Training;

Command[] commands =
[
    LoadCommand.Create(),
    LearningCurveCommand.Create(),
    RookieCommand.Create(),
    PersonalCommand.Create(),
    TrainingCommand.Create(),
    WrongLabelsCommand.Create(),
    EveningsCommand.Create(),
    EveningsInARowCommand.Create(),
    AttacksCommand.Create(),
    GainRecordCommand.Create(),
    FoolingCommand.Create(),
    ChangesCommand.Create(),
    LogCeilingCommand.Create(),
    ScoreboardCommand.Create(),
    FactsCommand.Create(),
    StoppingRuleCommand.Create(),
    StoreCostCommand.Create(),
    SiegeCommand.Create(),
    PartyCommand.Create(),
    PracticeCommand.Create(),
    BalancedCommand.Create(),
    SoakCommand.Create(),
    StartCommand.Create(),
    RequestsCommand.Create(),
    RoomsCommand.Create(),
    CollusionCommand.Create(),
    NightTogetherCommand.Create(),
];
if (args is [var name, ..] && commands.Any(command => command.Name == name))
{
    var root = new RootCommand();
    foreach (var command in commands)
        root.Add(command);
    return await root.Parse(args).InvokeAsync();
}

BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
