using System.CommandLine;
using System.Reflection;
using BenchmarkDotNet.Running;
using GameNight.Benchmarks;

if (args is ["load", ..])
    return await new RootCommand { LoadCommand.Create() }.Parse(args).InvokeAsync();
BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
return 0;
