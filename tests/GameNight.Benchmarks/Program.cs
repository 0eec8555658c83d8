using System.CommandLine;
using System.Reflection;
using BenchmarkDotNet.Running;
using GameNight.Benchmarks;

if (args is ["load" or "learning-curve" or "training", ..])
    return await new RootCommand { LoadCommand.Create(), LearningCurveCommand.Create(), TrainingCommand.Create() }.Parse(args).InvokeAsync();
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
