using Klapphaus.Server.House;
using Klapphaus.Server.Start;
using Klapphaus.Server.Store;

if (args is ["check", ..]) return PlanCheck.Run(args[1..], Console.Out);

try
{
    if (args is ["backup", ..]) return await BackupCommand.RunAsync(args[1..], Console.Out);
    if (args is ["restore", ..]) return await RestoreCommand.RunAsync(args[1..], Console.Out);
    await using var house = await HouseHost.StartAsync(args);
    Console.WriteLine(house.Greeting);
    await house.WaitForShutdownAsync();
    return 0;
}
catch (StartFault fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
