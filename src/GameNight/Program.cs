using System.CommandLine;
//SB using GameNight.Scoreboard;
using GameNight.Shell;

var root = new RootCommand("Game Night with ML! Draw a digit, machine-learning contestants guess, you say what was wrong.")
{
    ServeCommand.Create(),
    //SB EvaluateCommand.Create(),
};
ServeCommand.Attach(root);
return await root.Parse(args).InvokeAsync();
