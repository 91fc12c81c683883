using Klapphaus.Server.House;
using Klapphaus.Server.Start;

if (args is ["check", ..]) return PlanCheck.Run(args[1..], Console.Out);

try
{
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
